namespace DynamoGen.Declarations.Values;

/// <summary>How a type becomes the one in whose form it is stored, and back.</summary>
internal abstract record Conversion;

/// <summary>By a class that the user declared for it.</summary>
/// <param name="TypeName">The class, for use anywhere.</param>
/// <param name="Name">Its short name.</param>
internal sealed record ConverterConversion(string TypeName, string Name) : Conversion;

/// <summary>As the only value of a wrapper.</summary>
/// <param name="IsPlain">Whether the wrapper only keeps what it is given; whatever a person wrote may check it, and throw.</param>
internal sealed record WrapperConversion(bool IsPlain) : Conversion;

/// <summary>An instant as a number of seconds or milliseconds since 1970.</summary>
/// <param name="IsSeconds">Whether it is seconds.</param>
/// <param name="IsOffset">Whether the instant is a DateTimeOffset rather than a DateTime.</param>
internal sealed record EpochConversion(bool IsSeconds, bool IsOffset) : Conversion;

/// <summary>An instant as text with three digits behind the second.</summary>
/// <param name="IsOffset">Whether the instant is a DateTimeOffset rather than a DateTime.</param>
internal sealed record IsoMillisecondsConversion(bool IsOffset) : Conversion;

/// <summary>Bytes that are held by another type than an array.</summary>
/// <param name="Kind">The type.</param>
internal sealed record BytesConversion(BytesKind Kind) : Conversion;

/// <summary>The types beside an array that hold bytes.</summary>
internal enum BytesKind
{
    Memory,
    ReadOnlyMemory,
    ImmutableArray,
}
