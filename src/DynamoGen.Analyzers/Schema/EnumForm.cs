using System.Globalization;

namespace DynamoGen.Analyzers.Schema;

/// <summary>Compares enums: by the names of their members, or by their numbers.</summary>
internal static class EnumForm
{
    private const string Enum = "enum";
    private const string Flags = "flags";

    private static readonly Dictionary<string, (decimal Least, decimal Most)> Ranges = new()
    {
        ["sbyte"] = (sbyte.MinValue, sbyte.MaxValue),
        ["byte"] = (byte.MinValue, byte.MaxValue),
        ["short"] = (short.MinValue, short.MaxValue),
        ["ushort"] = (ushort.MinValue, ushort.MaxValue),
        ["int"] = (int.MinValue, int.MaxValue),
        ["uint"] = (uint.MinValue, uint.MaxValue),
        ["long"] = (long.MinValue, long.MaxValue),
        ["ulong"] = (ulong.MinValue, ulong.MaxValue),
        ["Int128"] = (decimal.MinValue, decimal.MaxValue),
        ["UInt128"] = (0, decimal.MaxValue),
        ["BigInteger"] = (decimal.MinValue, decimal.MaxValue),
        ["decimal"] = (decimal.MinValue, decimal.MaxValue),
    };

    public static bool IsReadable(string locked, string found)
    {
        var (lockedKind, lockedMembers) = Split(locked);
        var (foundKind, foundMembers) = Split(found);
        if (lockedKind == Flags || foundKind == Flags || IsNumbered(lockedMembers) || IsNumbered(foundMembers))
        {
            return AreNumbersReadable((lockedKind, lockedMembers), (foundKind, foundMembers), found);
        }

        return lockedKind == Enum && foundKind == Enum && HasNames(lockedMembers, foundMembers);
    }

    /// <summary>Whether every locked name is still among the found ones, in any order.</summary>
    public static bool HasNames(string locked, string found) => Items(locked).All(new HashSet<string>(Items(found)).Contains);

    /// <summary>
    /// A member may get another name, and others may come. A number that no member has any more is read by nothing, and a name that has another number
    /// is another value; of flags, every number that the type holds is a value.
    /// </summary>
    private static bool AreNumbersReadable((string Kind, string Members) locked, (string Kind, string Members) found, string foundForm)
    {
        if (found.Kind is not (Enum or Flags))
        {
            // The numbers alone are left of the enum.
            return locked.Kind == Flags
                ? FlagsType(locked.Members) is var type && (type == foundForm || ScalarChange.IsWider(type, foundForm))
                : Ranges.TryGetValue(foundForm, out var range)
                    && Numbers(locked.Members) is { Count: > 0 } own && own.Values.All(number => number >= range.Least && number <= range.Most);
        }

        if (locked.Kind is not (Enum or Flags))
        {
            return false;
        }

        // A lock of format 1 has an enum's name and no numbers.
        if (locked.Kind == Enum && locked.Members.Length > 0 && !IsNumbered(locked.Members))
        {
            return !locked.Members.Contains(",");
        }

        var (before, after) = (Numbers(locked.Members), Numbers(found.Members));
        var isRead = (locked.Kind, found.Kind) switch
        {
            (Flags, Flags) => FlagsType(locked.Members) is var type
                && FlagsType(found.Members) is var next && (type == next || ScalarChange.IsWider(type, next)),
            (Flags, _) => false,
            (_, Flags) => Ranges.TryGetValue(FlagsType(found.Members), out var range)
                && before.Values.All(number => number >= range.Least && number <= range.Most),
            _ => before.Values.All(after.ContainsValue),
        };
        return isRead && before.All(member => !after.TryGetValue(member.Key, out var number) || number == member.Value);
    }

    private static (string Kind, string Members) Split(string form)
    {
        var space = form.IndexOf(' ');
        return space < 0 ? (form, string.Empty) : (form.Substring(0, space), form.Substring(space + 1));
    }

    private static string FlagsType(string members) => Split(members).Kind;

    private static bool IsNumbered(string members) => Numbers(members).Count > 0;

    private static Dictionary<string, decimal> Numbers(string members)
    {
        var numbers = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var item in Items(members))
        {
            // The first of flags stands behind their type. A name that stands in quotes is that of a text.
            var member = item.Substring(item.LastIndexOf(' ') + 1);
            var sign = member.IndexOf('=');
            if (sign > 0 && !item.Contains("'")
                && decimal.TryParse(member.Substring(sign + 1), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
            {
                numbers[member.Substring(0, sign)] = number;
            }
        }

        return numbers;
    }

    private static string[] Items(string list) => list.Split([", "], StringSplitOptions.RemoveEmptyEntries);
}
