namespace DynamoGen.Analyzers.Schema;

/// <summary>Tells whether what one type writes into a text or a number is what another one reads, as <c>docs/types.md</c> has it.</summary>
internal static class ScalarChange
{
    /// <summary>Each type takes in every value of those that it lists.</summary>
    private static readonly Dictionary<string, string[]> Wider = new()
    {
        ["short"] = ["sbyte", "byte"],
        ["ushort"] = ["byte"],
        ["int"] = ["sbyte", "byte", "short", "ushort"],
        ["uint"] = ["byte", "ushort"],
        ["long"] = ["sbyte", "byte", "short", "ushort", "int", "uint"],
        ["ulong"] = ["byte", "ushort", "uint"],
        ["Int128"] = ["sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong"],
        ["UInt128"] = ["byte", "ushort", "uint", "ulong"],
        ["BigInteger"] = ["sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "Int128", "UInt128"],
        ["decimal"] = ["sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong"],
        ["double"] = ["sbyte", "byte", "short", "ushort", "int", "uint", "float", "Half"],
        ["float"] = ["sbyte", "byte", "short", "ushort", "Half"],
        ["Half"] = ["sbyte", "byte"],
    };

    /// <summary>The dates that are read as an instant; one without a time is its midnight, and one without an offset is in UTC.</summary>
    private static readonly string[] Dates = ["DateOnly", "DateTime", "DateTimeOffset"];

    public static bool IsReadable(string locked, string found, bool isText) =>
        locked == found
        || (isText && found == "string")
        || (found is "DateTime" or "DateTimeOffset" && Dates.Contains(locked))
        || IsWider(locked, found)
        || EnumForm.IsReadable(locked, found);

    /// <summary>Whether one type of numbers takes in every value of another.</summary>
    public static bool IsWider(string locked, string found) =>
        locked.StartsWith("epoch ", StringComparison.Ordinal)
            ? found == "long" || IsWider("long", found)
            : Wider.TryGetValue(found, out var narrower) && narrower.Contains(locked);
}
