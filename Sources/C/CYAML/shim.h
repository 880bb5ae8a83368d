// libyaml 0.2 (https://pyyaml.org/wiki/LibYAML): takes YAML apart into events.
// Nothing of what we use is variadic or a macro, so there is nothing here but the include.
#include <yaml.h>
