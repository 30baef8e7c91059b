using System.Text;

namespace DynamoGen.Tests.Serialization.Fuzzing;

/// <summary>Pieces of text that readers stumble over.</summary>
internal static class HostileText
{
    private const int Long = 20_000;
    private const int Longish = 1000;
    private const int SeldomOneIn = 20;

    /// <summary>Contents of strings that should be numbers, or almost.</summary>
    public static readonly string[] Numbers =
    [
        "1E999999999", "1e-999999999", "-1E2147483648", "1e99999999999999999999", "-", "+", "", "00", "01", "+1", "-0", "0e0", "0E999999999", "1.",
        ".5", "1e", "1e+", "1e5.5", "--1", "1e-131", "9.9e125", "1e126",
        "1E125", "1e-130", "NaN", "Infinity", "-Infinity", "∞", "1_000", "1,5", " 1", "1 ", "0x1F", "1f", "2147483648", "-2147483649",
        "9223372036854775808", "18446744073709551616", "256", "-129", "65504", "65520",
        "340282366920938463463374607431768211456", "79228162514264337593543950336", "0.1234567890123456789012345678901234567",
        "12345678901234567890123456789012345678", "123456789012345678901234567890123456789",
        "0.000000000000000000000000000000000000000000000000000000000001", new('9', 200), "0." + new string('0', 200) + "1",
        new string('0', 200) + "1", "1" + new string('0', 125), "1" + new string('0', 126),
        "1e" + new string('0', 100) + "1", new('9', Long), "-" + new string('1', Long) + "." + new string('1', Long),
        "1E-" + new string('9', 300), "999999999999999999", "9999999999999999999", "-999999999999999999", "1e18", "1.0", "1.50", "٣",
    ];

    /// <summary>Contents of strings that are no text, or texts of other kinds.</summary>
    public static readonly string[] Texts =
    [
        "\\ud800", "\\udc00", "\\ud800\\u0041", "\\ud83d\\ude00", "\\udc00\\ud800", "\\u12", "\\u", "\\", "\\x", "\\u00zz", "\\u0000", "\\\"", "\\\\",
        "\\/", "\\b\\f\\n\\r\\t", "\0", "\n", "\u007f", "\u2028", "\ufeff", "\ufffe", "\ufffd",
        "9999-12-31T23:59:59.9999999-14:00", "0001-01-01T00:00:00.0000000+14:00", "2024-02-30T00:00:00.0000000Z", "2024-02-29T24:00:00.0000000Z",
        "2012-07-04T00:00:00+99:99", "2012-07-04", "0000-00-00", "2012-07-04T00:00:00.00000000001Z",
        "24:00:00", "23:59:60", "P10675199DT02H48M05.4775808S", "-P10675199DT02H48M05.4775808S", "P99999999999D", "PT", "P", "-P", "P1Y", "P-1D",
        "PT1.99999999999999999999S", "10675199.02:48:05.4775808",
        "01234567-89ab-cdef-0123-456789abcdef", "{01234567-89ab-cdef-0123-456789abcdef}", "====", "AA=A", "A", "AAA", "AQ==AQ==", " AQ==",
        "AQ\\u003d=", "AQ\\n==", "1,2,3", "1,2,999", "card", "gold", "instalments", "true", "null",
        new('a', Long), new string('x', Long) + "\\n", string.Concat(Enumerable.Repeat("\\u0041", Long / 6)),
        string.Concat(Enumerable.Repeat("\\", Long)), string.Concat(Enumerable.Repeat("\\\"", Long)),
    ];

    /// <summary>JSON values where attribute values, or their contents, should be.</summary>
    public static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1.5e3", "01", "+1", "1.", ".5", "1e", "-", "1E999999999", "1e-999999999", "nul", "tru", "NaN", "Infinity",
        "'x'", "\"\"", "\"x\"", "{}", "[]", "[[]]", "{\"S\":\"x\"}", "{\"N\":\"1\"}", "{\"NULL\":true}",
        "{\"NULL\":false}", "{\"NULL\":null}", "{\"NULL\":\"true\"}", "{\"BOOL\":true}", "{\"L\":[]}", "{\"M\":{}}", "{\"SS\":[]}", "{\"NS\":[]}",
        "{\"BS\":[]}", "{\"SS\":[\"a\",\"a\"]}", "{\"NS\":[\"1\",\"1.0\"]}", "{\"L\":[{\"NULL\":true}]}",
        "{\"S\":\"x\",\"N\":\"1\"}", "{\"S\":[\"x\"]}", "{\"N\":1}", "{\"B\":\"!\"}", "{\"\":\"\"}", "{\"s\":\"x\"}", "{\"S\" :\"x\"}",
        "{ \"N\":\"1\"}", "/**/", "//", ",", ":", "",
        Nested("{\"L\":[", "]}", 20), Nested("{\"L\":[", "]}", 40), Nested("{\"L\":[", "]}", 2000), Nested("{\"M\":{\"a\":", "}}", 2000),
        Nested("[", "]", 100_000), Nested("{\"Inner\":", "}", 5000),
        Nested("{\"M\":{\"Name\":{\"S\":\"n\"},\"Inner\":", "}}", 30),
        Nested("{\"M\":{\"Name\":{\"S\":\"n\"},\"Inner\":", "}}", 3000), new('[', Long), new('{', Long),
    ];

    public static readonly string[] Descriptors =
        ["S", "N", "B", "BOOL", "NULL", "M", "L", "SS", "NS", "BS", "", "s", "NUL", "NULLL", "\\u0053", "\\u004eULL", "S\\u0000", "Ñ", "BOOLEAN"];

    /// <summary>Bytes that are no UTF-8.</summary>
    public static readonly byte[][] NoUtf8 =
        [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x9C], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xC3]];

    public static readonly byte[] Bytes = [.. "\"\\{}[]:,0-+.eEtfn \t\r\n/u"u8, 0, 0x1F, 0x7F, 0x80, 0xC3, 0xFF];

    /// <summary>Draws a piece; those that cost much time, by their length, seldom.</summary>
    public static string Pick(string[] pieces, Random random)
    {
        var piece = pieces[random.Next(pieces.Length)];
        return piece.Length < Longish || random.Next(SeldomOneIn) == 0 ? piece : pieces[random.Next(pieces.Length)];
    }

    private static string Nested(string begin, string end, int levels) =>
        new StringBuilder().Insert(0, begin, levels).Append("{\"S\":\"x\"}").Insert(begin.Length * levels + 9, end, levels).ToString();
}
