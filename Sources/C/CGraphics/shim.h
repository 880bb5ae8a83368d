#include <cairo.h>
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include FT_SFNT_NAMES_H
#include <fontconfig/fcfreetype.h>
#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <hb-subset.h>
#include <pango/pango.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>

/* Macros with a cast in them, which Swift does not import. */
static const PangoGlyph gongkai_glyph_empty = PANGO_GLYPH_EMPTY;
static const PangoGlyph gongkai_glyph_unknown_flag = PANGO_GLYPH_UNKNOWN_FLAG;
static const unsigned int gongkai_attribute_to_text_end = PANGO_ATTR_INDEX_TO_TEXT_END;

/* PANGO_FC_FONT and PANGO_FC_FONT_MAP are checked casts; NULL where the object is of another kind. */
static inline FcPattern *gongkai_font_pattern(PangoFont *font) {
  return PANGO_IS_FC_FONT(font) ? pango_fc_font_get_pattern(PANGO_FC_FONT(font)) : NULL;
}
static inline void gongkai_font_map_set_config(PangoFontMap *map, FcConfig *config) {
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
}
static inline void gongkai_font_map_config_changed(PangoFontMap *map) {
  pango_fc_font_map_config_changed(PANGO_FC_FONT_MAP(map));
}
