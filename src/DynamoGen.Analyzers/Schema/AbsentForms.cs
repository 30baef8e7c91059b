using System.Globalization;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Analyzers.Schema;

/// <summary>Says what an item without an attribute reads as, in one text for one value, however it is written in C#.</summary>
internal static class AbsentForms
{
    /// <summary>An initial value that the code does not show.</summary>
    public const string Hidden = "?";

    public const string Null = "null";

    private const string Default = "default";

    /// <summary>The text, or null for an attribute that each item has.</summary>
    public static string? Of(MemberModel member) => member.Absence switch
    {
        AbsenceMeaning.Error => null,
        AbsenceMeaning.Empty => member.OmitsDefault ? Omitted(member.Value) : InitialValue.Nothing,
        AbsenceMeaning.Default => MayBeNull(member.Value) ? Null : OfDefault(member.Value),
        _ when member.Default is { Constant: var constant } => OfConstant(constant, member.Value),
        _ when member.InitialValue is { } initial => OfInitial(initial, member.Value),
        _ => Hidden,
    };

    /// <summary>Whether a value that is not null is left out of the item.</summary>
    public static bool IsOmitted(MemberModel member) => member.OmitsDefault || member.Value is SetValue or RegionalValue;

    private static string Omitted(ValueModel value) => StoredForms.Bare(value) switch
    {
        ScalarValue { Kind: ScalarKind.String } => Quoted(string.Empty),
        ListValue or SetValue or DictionaryValue => InitialValue.Nothing,
        _ => OfDefault(value),
    };

    private static string OfInitial(InitialValue initial, ValueModel value)
    {
        if (initial.Constant is not null)
        {
            return OfConstant(initial.Constant, value);
        }

        var last = initial.Text.Substring(initial.Text.LastIndexOf('.') + 1);
        return StoredForms.Bare(value) switch
        {
            EnumValue type when type.Members.FirstOrDefault(member => member.Name == last) is { } member => OfMember(type, member),
            ListValue or SetValue or DictionaryValue when IsEmpty(initial.Text, last) => InitialValue.Nothing,
            ScalarValue { Kind: ScalarKind.Guid } when last == "Empty" => Default,
            ScalarValue { Kind: ScalarKind.String } when initial.Text is "String.Empty" or "System.String.Empty" => Quoted(string.Empty),
            _ => initial.Text,
        };
    }

    private static bool IsEmpty(string text, string last) =>
        last is "Empty" or "Empty()" || (text.StartsWith("new", StringComparison.Ordinal) && text.EndsWith("()", StringComparison.Ordinal))
            || (text.Contains(".Empty<") && text.EndsWith(">()", StringComparison.Ordinal));

    private static string OfConstant(object? constant, ValueModel value) => (constant, StoredForms.Bare(value)) switch
    {
        (null, _) => MayBeNull(value) ? Null : OfDefault(value),
        (string text, _) => Quoted(text),
        (bool flag, _) => flag ? "true" : Default,
        (char letter, _) => letter == '\0' ? Default : Quoted(letter.ToString()),
        (_, EnumValue type) when type.Members
            .FirstOrDefault(member => member.Number == Convert.ToDecimal(constant, CultureInfo.InvariantCulture)) is { } member =>
            OfMember(type, member),
        (double number, _) => Number(number.ToString("R", CultureInfo.InvariantCulture)),
        (float number, _) => Number(number.ToString("R", CultureInfo.InvariantCulture)),
        _ => Number(Convert.ToString(constant, CultureInfo.InvariantCulture)),
    };

    private static string Number(string text) => text.Trim('0', '.').Length == 0 ? Default : text;

    private static string OfMember(EnumValue type, EnumMember member) => (type.IsNumber, member.IsZero) switch
    {
        (false, _) => AttributePath.Root(member.StoredName),
        (true, true) => Default,
        _ => member.Number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The default of a type that is never null: of an enum by name it is the member of the number zero.</summary>
    private static string OfDefault(ValueModel value) =>
        StoredForms.Bare(value) is EnumValue { IsNumber: false } type && type.Members.FirstOrDefault(member => member.IsZero) is { } zero
            ? OfMember(type, zero)
            : Default;

    private static bool MayBeNull(ValueModel value) => value switch
    {
        NullableValue or UnionValue or RawValue or DictionaryValue or SetValue => true,
        ScalarValue scalar => scalar.Kind is ScalarKind.String or ScalarKind.Binary,
        ListValue list => list.Kind != ListKind.ImmutableArray,
        ObjectValue type => !type.IsValueType,
        ConvertedValue converted => !converted.IsValueType,
        _ => false,
    };

    private static string Quoted(string text) => $"\"{text}\"";
}
