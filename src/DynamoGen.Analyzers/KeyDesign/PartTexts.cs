using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>All texts that one part of a key can be: those of some forms, each a character set for each place, or a free text of any length.</summary>
internal sealed class PartTexts
{
    private const int DurationDigits = 19;
    private const int DecimalIntegerDigits = 29;
    private const int DecimalFractionDigits = 28;
    private const string GuidForm = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

    private static readonly PartTexts Inside = new(CharacterSet.Unescaped, []);

    private PartTexts(CharacterSet? free, IReadOnlyList<IReadOnlyList<CharacterSet>> forms) => (Free, Forms) = (free, forms);

    /// <summary>Any text, also none.</summary>
    public static PartTexts Anything { get; } = new(CharacterSet.All, []);

    /// <summary>The characters of a free text, or null where there are forms.</summary>
    public CharacterSet? Free { get; }

    public IReadOnlyList<IReadOnlyList<CharacterSet>> Forms { get; }

    /// <summary>The texts of a part; a number or bytes that are a key of their own are compared as such, and have no text.</summary>
    public static PartTexts Of(KeyPart part, KeyAttributeType type) => type != KeyAttributeType.String ? Anything : part.Kind switch
    {
        KeyPartKind.Text => part.IsFinal ? Anything : Inside,
        KeyPartKind.Bytes => Anything,
        KeyPartKind.Literal => OfForms(Form(part.Text)),
        KeyPartKind.Enum => OfForms([.. part.Enum!.Members.Where(member => !member.IsAlias).Select(member => Form(member.StoredName))]),
        KeyPartKind.Boolean => OfForms(Form("true"), Form("false")),
        KeyPartKind.Guid => OfForms(Form(GuidForm, 'x', CharacterSet.HexDigits)),
        KeyPartKind.Shard => OfForms(Digits(part.Width)),
        KeyPartKind.Number => OfNumber(Digits(part.Width), !part.Scalar.IsUnsigned()),
        KeyPartKind.Duration => OfNumber(Digits(DurationDigits), isSigned: true),
        KeyPartKind.Decimal =>
            OfNumber(part.Width > 0 ? Digits(part.Width, part.Fraction) : Digits(DecimalIntegerDigits, DecimalFractionDigits), isSigned: true),
        _ => OfForms(Date(part.Format ?? string.Empty)),
    };

    /// <summary>
    /// What the keys between two values of the part begin with where these stand. It may be no value of the part: between two Guids lies "ITEM".
    /// </summary>
    public PartTexts Between() => Free is null ? OfForms([CharacterSet.Between(Forms.Where(form => form.Count > 0).Select(form => form[0]))]) : Anything;

    private static PartTexts OfForms(params IReadOnlyList<CharacterSet>[] forms) => new(null, forms);

    private static PartTexts OfNumber(IReadOnlyList<CharacterSet> digits, bool isSigned) =>
        isSigned ? OfForms(digits, [CharacterSet.Of('-'), .. digits]) : OfForms(digits);

    private static IReadOnlyList<CharacterSet> Form(string text) => [.. text.Select(CharacterSet.Of)];

    private static IReadOnlyList<CharacterSet> Form(string text, char placeholder, CharacterSet set) =>
        [.. text.Select(letter => letter == placeholder ? set : CharacterSet.Of(letter))];

    private static IReadOnlyList<CharacterSet> Digits(int integers, int fraction = 0) =>
        Form(new string('0', integers) + (fraction > 0 ? "." + new string('0', fraction) : string.Empty), '0', CharacterSet.Digits);

    /// <summary>A sortable format stands for a digit with each of its letters but these two.</summary>
    private static IReadOnlyList<CharacterSet> Date(string format) =>
        [.. format.Select(letter => char.IsLetter(letter) && letter is not ('T' or 'Z') ? CharacterSet.Digits : CharacterSet.Of(letter))];
}
