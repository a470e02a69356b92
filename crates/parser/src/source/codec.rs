//! The names of encodings. Answers to `Lib/encodings`: its aliases, and how it makes names alike before it looks.

use encoding_rs::Encoding;

/// How to decode.
#[derive(Clone, Copy)]
pub(super) enum Codec {
    Utf8,
    /// UTF-8 that may begin with a byte order mark.
    Utf8Sig,
    Latin1,
    Ascii,
    Cp437,
    Table(&'static Encoding),
}

/// The codec of a name in any spelling; nothing for names that Python does not know.
pub(super) fn codec(name: &str) -> Option<Codec> {
    Some(match normalised(name).as_str() {
        "cp65001" | "u8" | "utf" | "utf8" | "utf8_ucs2" | "utf8_ucs4" | "utf_8" => Codec::Utf8,
        "utf_8_sig" => Codec::Utf8Sig,
        "8859" | "cp819" | "csisolatin1" | "ibm819" | "iso8859" | "iso8859_1" | "iso_8859_1" | "iso_8859_1_1987"
        | "iso_ir_100" | "l1" | "latin" | "latin1" | "latin_1" => Codec::Latin1,
        "646" | "ansi_x3.4_1968" | "ansi_x3.4_1986" | "ansi_x3_4_1968" | "ascii" | "cp367" | "csascii" | "ibm367"
        | "iso646_us" | "iso_646.irv_1991" | "iso_ir_6" | "us" | "us_ascii" => Codec::Ascii,
        "437" | "cp437" | "cspc8codepage437" | "ibm437" => Codec::Cp437,
        name => Codec::Table(table(name)?),
    })
}

/// Lower case; what is neither letter nor digit nor dot becomes one underscore between others, and nothing at the ends.
fn normalised(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut gap = false;
    for c in name.chars() {
        if c.is_alphanumeric() || c == '.' {
            if gap && !out.is_empty() {
                out.push('_');
            }
            gap = false;
            out.push(c.to_ascii_lowercase());
        } else {
            gap = true;
        }
    }
    out
}

fn table(name: &str) -> Option<&'static Encoding> {
    use encoding_rs::*;
    Some(match name {
        "866" | "cp866" | "csibm866" | "ibm866" => IBM866,
        "csisolatin2" | "iso8859_2" | "iso_8859_2" | "iso_8859_2_1987" | "iso_ir_101" | "l2" | "latin2" => ISO_8859_2,
        "csisolatin3" | "iso8859_3" | "iso_8859_3" | "iso_8859_3_1988" | "iso_ir_109" | "l3" | "latin3" => ISO_8859_3,
        "csisolatin4" | "iso8859_4" | "iso_8859_4" | "iso_8859_4_1988" | "iso_ir_110" | "l4" | "latin4" => ISO_8859_4,
        "csisolatincyrillic" | "cyrillic" | "iso8859_5" | "iso_8859_5" | "iso_8859_5_1988" | "iso_ir_144" => ISO_8859_5,
        "arabic" | "asmo_708" | "csisolatinarabic" | "ecma_114" | "iso8859_6" | "iso_8859_6" | "iso_8859_6_1987"
        | "iso_ir_127" => ISO_8859_6,
        "csisolatingreek" | "ecma_118" | "elot_928" | "greek" | "greek8" | "iso8859_7" | "iso_8859_7"
        | "iso_8859_7_1987" | "iso_ir_126" => ISO_8859_7,
        "csisolatinhebrew" | "hebrew" | "iso8859_8" | "iso_8859_8" | "iso_8859_8_1988" | "iso_ir_138" => ISO_8859_8,
        "csisolatin5" | "iso8859_9" | "iso_8859_9" | "iso_8859_9_1989" | "iso_ir_148" | "l5" | "latin5" => WINDOWS_1254,
        "csisolatin6" | "iso8859_10" | "iso_8859_10" | "iso_8859_10_1992" | "iso_ir_157" | "l6" | "latin6" => {
            ISO_8859_10
        }
        "iso8859_11" | "iso_8859_11" | "iso_8859_11_2001" | "thai" => WINDOWS_874,
        "iso8859_13" | "iso_8859_13" | "l7" | "latin7" => ISO_8859_13,
        "iso8859_14" | "iso_8859_14" | "iso_8859_14_1998" | "iso_celtic" | "iso_ir_199" | "l8" | "latin8" => {
            ISO_8859_14
        }
        "iso8859_15" | "iso_8859_15" | "l9" | "latin9" => ISO_8859_15,
        "iso8859_16" | "iso_8859_16" | "iso_8859_16_2001" | "iso_ir_226" | "l10" | "latin10" => ISO_8859_16,
        "cskoi8r" | "koi8_r" => KOI8_R,
        "koi8_u" => KOI8_U,
        "mac_roman" | "macintosh" | "macroman" => MACINTOSH,
        "mac_cyrillic" | "maccyrillic" => X_MAC_CYRILLIC,
        "cp874" => WINDOWS_874,
        "1250" | "cp1250" | "windows_1250" => WINDOWS_1250,
        "1251" | "cp1251" | "windows_1251" => WINDOWS_1251,
        "1252" | "cp1252" | "windows_1252" => WINDOWS_1252,
        "1253" | "cp1253" | "windows_1253" => WINDOWS_1253,
        "1254" | "cp1254" | "windows_1254" => WINDOWS_1254,
        "1255" | "cp1255" | "windows_1255" => WINDOWS_1255,
        "1256" | "cp1256" | "windows_1256" => WINDOWS_1256,
        "1257" | "cp1257" | "windows_1257" => WINDOWS_1257,
        "1258" | "cp1258" | "windows_1258" => WINDOWS_1258,
        "936" | "cp936" | "gbk" | "ms936" | "chinese" | "csiso58gb231280" | "euc_cn" | "euccn" | "eucgb2312_cn"
        | "gb2312" | "gb2312_1980" | "gb2312_80" | "iso_ir_58" | "x_mac_simp_chinese" => GBK,
        "gb18030" | "gb18030_2000" => GB18030,
        "big5" | "big5_tw" | "csbig5" | "x_mac_trad_chinese" | "950" | "cp950" | "ms950" => BIG5,
        "euc_jp" | "eucjp" | "u_jis" | "ujis" => EUC_JP,
        "csiso2022jp" | "iso2022_jp" | "iso2022jp" | "iso_2022_jp" => ISO_2022_JP,
        "csshiftjis" | "s_jis" | "shift_jis" | "shiftjis" | "sjis" | "x_mac_japanese" | "932" | "cp932" | "ms932"
        | "ms_kanji" | "mskanji" => SHIFT_JIS,
        "euc_kr" | "euckr" | "korean" | "ks_c_5601" | "ks_c_5601_1987" | "ks_x_1001" | "ksc5601" | "ksx1001"
        | "x_mac_korean" | "949" | "cp949" | "ms949" | "uhc" => EUC_KR,
        _ => return None,
    })
}
