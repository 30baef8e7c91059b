using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Keys;

/// <summary>One part of a key template.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The literal text, or the property's name.</param>
/// <param name="TypeName">The property's C# type without its nullable annotation.</param>
/// <param name="Format">The date format, or null.</param>
/// <param name="Width">The digits of a number, or before a decimal's point.</param>
/// <param name="Fraction">The digits behind a decimal's point.</param>
/// <param name="IsNullable">Whether the property may be null, which leaves the item out of the index.</param>
/// <param name="IsFinal">Whether nothing follows it in the template.</param>
/// <param name="Enum">The enum's description, for a part of <see cref="KeyPartKind.Enum"/>.</param>
/// <param name="WrappedType">The C# type of the wrapper's value, where the property's type is a wrapper; null otherwise.</param>
/// <param name="Scalar">The type of what is written, for a part of <see cref="KeyPartKind.Number"/>.</param>
/// <param name="IsMemory">Whether bytes are held by a ReadOnlyMemory rather than an array.</param>
internal sealed record KeyPart(
    KeyPartKind Kind,
    string Text,
    string TypeName = "",
    string? Format = null,
    int Width = 0,
    int Fraction = 0,
    bool IsNullable = false,
    bool IsFinal = false,
    EnumValue? Enum = null,
    string? WrappedType = null,
    ScalarKind Scalar = default,
    bool IsMemory = false)
{
    /// <summary>How it is written where other programs write it otherwise than keys sort by.</summary>
    public KeyPartStyle Style { get; init; }

    /// <summary>The case of its letters.</summary>
    public KeyPartCase Case { get; init; }

    /// <summary>The literal text that ends it, where it is written as it stands and something follows.</summary>
    public string Terminator { get; init; } = string.Empty;

    /// <summary>Whether the key keeps less of an instant than its attribute does.</summary>
    public bool IsRounded { get; init; }

    /// <summary>Of how many shards it is the number, for a part of <see cref="KeyPartKind.Shard"/>.</summary>
    public int Shards { get; init; }

    /// <summary>The stored properties that the property is computed from, or in one of which it lies; none where it is stored itself.</summary>
    public EquatableArray<string> ComputedFrom { get; init; }

    /// <summary>The way to it from the entity, where it is a member of a nested object; none where it is a property of the entity.</summary>
    public EquatableArray<KeyPathStep> Path { get; init; }

    /// <summary>Whether a getter of the entity makes it of stored properties.</summary>
    public bool IsComputed => ComputedFrom.Count > 0 && Path.Count == 0;

    /// <summary>The names on the way to it, with dots between them, as updates name it.</summary>
    public string PathText => Path.Count == 0 ? Text : string.Join(".", Path.Select(step => step.Property));

    /// <summary>The stored properties that it is written from: its own, or those that it is computed from.</summary>
    public IEnumerable<string> StoredProperties => ComputedFrom.Count > 0 ? ComputedFrom : [Text];

    /// <summary>The C# type whose value is written into the key.</summary>
    public string WrittenType => WrappedType ?? TypeName;

    /// <summary>The part as it takes the wrapper's value itself.</summary>
    public KeyPart Unwrapped => WrappedType is null ? this : this with { TypeName = WrappedType, WrappedType = null };

    /// <summary>Whether the part takes a value of the entity.</summary>
    public bool IsPlaceholder => Kind is not (KeyPartKind.Literal or KeyPartKind.Shard);

    /// <summary>
    /// How the part is written into a key of a type, whatever its own type: a number by its width, a time by its format. A number and bytes that are
    /// a key of their own have no form but that.
    /// </summary>
    public string Form(KeyAttributeType type)
    {
        var style = Style == KeyPartStyle.Stored ? KeyPartStyle.Sortable : Style;
        var kind = Kind is KeyPartKind.DateTime or KeyPartKind.DateTimeOffset or KeyPartKind.Date ? KeyPartKind.Date : Kind;
        return type != KeyAttributeType.String
            ? type.ToString()
            : $"{kind} {(kind == KeyPartKind.Literal ? Text : Enum?.TypeName)} {Width} {Fraction} {Format} {style} {Case}";
    }

    /// <summary>Whether the order of keys is that of this part's values: of an enum where its stored names are in the order of its numbers.</summary>
    public bool IsSortedByValue => IsPlaceholder
        && Style is KeyPartStyle.Sortable or KeyPartStyle.Stored or KeyPartStyle.Compact or KeyPartStyle.UnixSeconds or KeyPartStyle.UnixMilliseconds
        && (Case == KeyPartCase.Unchanged || !IsVariableLength)
        && (Kind != KeyPartKind.Enum || IsSorted(Enum!));

    /// <summary>Whether it is an instant as a number of seconds or milliseconds.</summary>
    public bool IsUnixTime => Style is KeyPartStyle.UnixSeconds or KeyPartStyle.UnixMilliseconds;

    /// <summary>The format of a time with its letters in the part's case, as .NET writes and reads it.</summary>
    public string? WrittenFormat => Case == KeyPartCase.Lower ? Format?.Replace("T", "'t'").Replace("Z", "'z'") : Format;

    /// <summary>The text that an enum's member has in the key.</summary>
    public string NameOf(EnumMember member) => Style == KeyPartStyle.Plain
        ? member.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : InCase(member.StoredName);

    private string InCase(string text) => Case switch
    {
        KeyPartCase.Lower => text.ToLowerInvariant(),
        KeyPartCase.Upper => text.ToUpperInvariant(),
        _ => text,
    };

    private bool IsSorted(EnumValue type)
    {
        var names = type.Members.Where(member => !member.IsAlias).OrderBy(member => member.Number).Select(member => member.StoredName + Terminator).ToArray();
        return !type.IsFlags && names.Zip(names.Skip(1), (name, next) => string.CompareOrdinal(name, next) < 0).All(inOrder => inOrder);
    }

    /// <summary>Whether the part's own text can differ in length, so that what follows it must say where it ends.</summary>
    public bool IsVariableLength => Kind is KeyPartKind.Text or KeyPartKind.Enum || Style == KeyPartStyle.Plain;
}

/// <summary>How a part is written.</summary>
internal enum KeyPartStyle
{
    /// <summary>So that keys sort as values do, and no value ends another's.</summary>
    Sortable,

    /// <summary>A DateTime as its own attribute has it, which is the key: without a zone where its kind is unspecified.</summary>
    Stored,

    /// <summary>A text as it stands, which must not hold what ends it.</summary>
    Raw,

    /// <summary>A number, or that of an enum's member, in as many digits as it has.</summary>
    Plain,

    /// <summary>A Guid without hyphens.</summary>
    Compact,

    /// <summary>An instant in seconds since 1970, in 10 digits.</summary>
    UnixSeconds,

    /// <summary>An instant in milliseconds since 1970, in 13 digits.</summary>
    UnixMilliseconds,
}

/// <summary>The case of a part's letters.</summary>
internal enum KeyPartCase
{
    Unchanged,
    Lower,
    Upper,
}

/// <summary>What a part of a key template is.</summary>
internal enum KeyPartKind
{
    Literal,
    Shard,
    Text,
    Number,
    Decimal,
    Boolean,
    Guid,
    DateTimeOffset,
    DateTime,
    Date,
    Time,
    Duration,
    Enum,
    Bytes,
}
