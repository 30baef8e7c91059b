namespace DynamoGen.Analyzers.Schema;

/// <summary>Tells whether what was stored in one form can still be read in another.</summary>
internal static class FormChange
{
    private const string EnumNames = "enum ";

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
    };

    public static bool IsReadable(string locked, string found) =>
        found.EndsWith(StoredForms.OrNull, StringComparison.Ordinal)
            ? IsReadable(WithoutNull(locked), WithoutNull(found))
            : locked == found || IsWider(locked, found) || HasAllNames(locked, found);

    private static string WithoutNull(string form) =>
        form.EndsWith(StoredForms.OrNull, StringComparison.Ordinal) ? form.Substring(0, form.Length - StoredForms.OrNull.Length) : form;

    private static bool IsWider(string locked, string found)
    {
        var (lockedType, foundType) = (Split(locked), Split(found));
        return lockedType.Descriptor == foundType.Descriptor && Wider.TryGetValue(foundType.Name, out var narrower) && narrower.Contains(lockedType.Name);
    }

    private static (string Descriptor, string Name) Split(string form)
    {
        var space = form.LastIndexOf(' ');
        return space < 0 ? (form, string.Empty) : (form.Substring(0, space), form.Substring(space + 1));
    }

    /// <summary>An enum stored by name may get more names, in any order, and lose none.</summary>
    private static bool HasAllNames(string locked, string found)
    {
        var names = locked.IndexOf(EnumNames, StringComparison.Ordinal);
        if (names < 0 || locked[0] == 'N' || !found.StartsWith(locked.Substring(0, names + EnumNames.Length), StringComparison.Ordinal))
        {
            return false;
        }

        return HasNames(locked.Substring(names + EnumNames.Length), found.Substring(names + EnumNames.Length));
    }

    /// <summary>Whether every locked name is still among the found ones.</summary>
    public static bool HasNames(string locked, string found) => Names(locked).All(new HashSet<string>(Names(found)).Contains);

    private static string[] Names(string list) => list.Split([", "], StringSplitOptions.RemoveEmptyEntries);
}
