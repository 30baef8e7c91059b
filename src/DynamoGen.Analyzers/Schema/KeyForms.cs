using System.Globalization;
using System.Text.RegularExpressions;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Analyzers.Schema;

/// <summary>Says how key attributes are built: the template, with the form of each placeholder, since a type alone decides the width of its text.</summary>
internal static class KeyForms
{
    /// <summary>What a key has as its attribute has it, so that it may become a text. A duration is no such thing: a key has its ticks.</summary>
    private static readonly Regex TextLike = new(
        $@":(?:Guid|enum|Date yyyy-MM-dd|Time HH:mm:ss\.fffffff|DateTimeOffset {Regex.Escape(KeyPartTypes.TimestampFormat)})(?=}})",
        RegexOptions.CultureInvariant);

    /// <summary>The type of what is written in a format, which decides its text.</summary>
    private static readonly Regex Dated = new(":(?:DateTimeOffset|DateTime|Date) (?=[^}]+})", RegexOptions.CultureInvariant);

    private static readonly Regex Shards = new(@"{shard of (?<count>\d+)}", RegexOptions.CultureInvariant);

    /// <summary>A number of a width, whose type adds nothing to its text, and an enum with the names that only the key holds.</summary>
    private static readonly Regex Free = new(@":(?:(?:s?byte|u?short|u?int|u?long) (?=D\d+})|enum(?: (?<names>[^}]*))?(?=}))", RegexOptions.CultureInvariant);

    /// <summary>Whether all keys that were built by the locked template are built alike by the one that was found.</summary>
    /// <param name="locked">The locked template.</param>
    /// <param name="found">The template that was found.</param>
    /// <param name="isOfTable">Whether it is the table's own key, by which one item is asked for in the one shard that its key names.</param>
    public static bool AreKept(string locked, string found, bool isOfTable = false)
    {
        if (!isOfTable && HasMoreShards(locked, found))
        {
            found = Shards.Replace(found, Shards.Match(locked).Value);
        }

        return AreAlike(locked, found) || AreAlike(Dated.Replace(locked, ":"), Dated.Replace(found, ":"))
            || AreAlike(TextLike.Replace(locked, string.Empty), TextLike.Replace(found, string.Empty));
    }

    /// <summary>Every read of an index asks all shards, the old ones among them, as long as their numbers have as many digits as before.</summary>
    private static bool HasMoreShards(string locked, string found) =>
        Last(locked) is { } before && Last(found) is { } after && after > before
            && Digits(after) == Digits(before);

    private static int? Last(string template) => Shards.Match(template) is { Success: true } match
        ? int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture) - 1
        : null;

    private static int Digits(int number) => number.ToString(CultureInfo.InvariantCulture).Length;

    private static bool AreAlike(string locked, string found)
    {
        var (lockedParts, foundParts) = (Free.Matches(locked).Cast<Match>().ToArray(), Free.Matches(found).Cast<Match>().ToArray());
        return Free.Replace(locked, ":") == Free.Replace(found, ":")
            && lockedParts.Zip(foundParts, (left, right) => HasNames(left.Groups["names"].Value, right.Groups["names"].Value)).All(hasNames => hasNames);

        // No names are those that an attribute locks.
        static bool HasNames(string locked, string found) => found.Length == 0 || EnumForm.HasNames(locked, found);
    }

    public static string Of(KeyAttributeModel attribute, ObjectValue shape) => attribute.Type == KeyAttributeType.String
        ? string.Concat(attribute.Parts.Select(part => Part(part, shape)))
        : $"{{{Name(attribute.Parts[0], shape)}:{attribute.Descriptor}}}";

    private static string Part(KeyPart part, ObjectValue shape) => part.Kind switch
    {
        KeyPartKind.Literal => part.Text.Replace("{", "{{").Replace("}", "}}"),
        KeyPartKind.Shard => $"{{shard of {part.Shards}}}",
        KeyPartKind.Text when part.Style == KeyPartStyle.Sortable => $"{{{Name(part, shape)}}}",
        KeyPartKind.Text => $"{{{Name(part, shape)}:{Cased("raw", part)}}}",
        KeyPartKind.Enum when part.Style == KeyPartStyle.Plain => $"{{{Name(part, shape)}:enumNumber}}",
        KeyPartKind.Enum when part.Case != KeyPartCase.Unchanged =>
            $"{{{Name(part, shape)}:{part.Case.ToString().ToLowerInvariant()}:enum {StoredForms.EnumNames(part.Enum!)}}}",
        KeyPartKind.Enum => $"{{{Name(part, shape)}:enum{Names(part, shape)}}}",
        _ => $"{{{Name(part, shape)}:{Cased(Form(part), part)}}}",
    };

    private static string Cased(string form, KeyPart part) => part.Case == KeyPartCase.Unchanged ? form : $"{form} {part.Case.ToString().ToLowerInvariant()}";

    /// <summary>Placeholders go by the attributes that hold their values, so that a property can be renamed as long as its attribute is not.</summary>
    private static string Name(KeyPart part, ObjectValue shape) => NestedMembers.Stored(shape, part.PathText.Split('.')) is { } stored
        ? string.Join(".", stored.Select(member => member.Attribute))
        : part.Text;

    /// <summary>An attribute that holds the names locks them itself; a number does not, although the key has the names.</summary>
    private static string Names(KeyPart part, ObjectValue shape) =>
        StoredParts.Member(part, shape) is { } member && StoredForms.Bare(member.Value) is EnumValue { IsNumber: false }
            ? string.Empty
            : " " + StoredForms.EnumNames(part.Enum!);

    private static string Form(KeyPart part) => part.Kind switch
    {
        _ when part.IsUnixTime => part.Style.ToString(),
        KeyPartKind.Number or KeyPartKind.Decimal when part.Style == KeyPartStyle.Plain => "plain",
        KeyPartKind.Guid when part.Style == KeyPartStyle.Compact => "Guid N",
        KeyPartKind.Number => $"{part.Scalar.TypeName()} D{part.Width.ToString(CultureInfo.InvariantCulture)}",
        KeyPartKind.Decimal when part.Width > 0 => $"decimal {new string('0', part.Width)}.{new string('0', part.Fraction)}",
        KeyPartKind.Decimal => "decimal",
        _ => part.Format is null ? part.Kind.ToString() : $"{part.Kind} {part.Format}",
    };
}
