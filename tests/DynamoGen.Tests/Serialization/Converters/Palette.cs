using System.Globalization;
using DynamoGen.Serialization;

namespace DynamoGen.Tests.Serialization.Converters;

/// <summary>Values that are stored by converters of every form that the language allows.</summary>
[Entity<TestTable>]
[Key("PALETTE#{Id}", "PALETTE")]
public sealed partial record Palette(string Id)
{
    [Converter<Several>]
    public required Hue Hue { get; init; }

    [Converter<Several>]
    public Width? Width { get; init; }

    [Converter<Several>]
    public Dictionary<Hue, Width?> Widths { get; init; } = [];

    [Converter<Inherited>]
    public Hue? Second { get; init; }

    [Converter<Trimmed>]
    public string? Note { get; init; }

    [Converter<Trimmed>]
    public required string Title { get; init; }

    [Converter<Trimmed>]
    public List<string?> Notes { get; init; } = [];

    [Converter<NullForZero>]
    public Width Zero { get; init; }

    [Converter<Parsed<int>>]
    public int? Number { get; init; }

    [Converter<Private>]
    public Hue? Third { get; init; }

    private readonly struct Private : IAttributeConverter<Hue, int>
    {
        static int IAttributeConverter<Hue, int>.ToStored(Hue value) => value.Degrees;

        static Hue IAttributeConverter<Hue, int>.FromStored(int stored) => new(stored);
    }
}

public sealed record Hue(int Degrees);

public readonly record struct Width(int Pixels, int Points);

/// <summary>One class for two types, by explicit implementations.</summary>
public sealed class Several : IAttributeConverter<Hue, string>, IAttributeConverter<Width, string>
{
    static string IAttributeConverter<Hue, string>.ToStored(Hue value) => value.Degrees.ToString(CultureInfo.InvariantCulture);

    static Hue IAttributeConverter<Hue, string>.FromStored(string stored) => new(int.Parse(stored, CultureInfo.InvariantCulture));

    static string IAttributeConverter<Width, string>.ToStored(Width value) => value.Pixels.ToString(CultureInfo.InvariantCulture) + "px";

    static Width IAttributeConverter<Width, string>.FromStored(string stored) => new(int.Parse(stored[..^2], CultureInfo.InvariantCulture), 0);
}

/// <summary>Implements a converter for those that implement it.</summary>
public interface IByDegrees : IAttributeConverter<Hue, int>
{
    static int IAttributeConverter<Hue, int>.ToStored(Hue value) => value.Degrees;

    static Hue IAttributeConverter<Hue, int>.FromStored(int stored) => new(stored);
}

public abstract class Lender : IByDegrees;

public sealed class Inherited : Lender;

public sealed class Trimmed : IAttributeConverter<string?, string?>
{
    public static string? ToStored(string? value) => value?.Trim();

    public static string? FromStored(string? stored) => stored;
}

public sealed class NullForZero : IAttributeConverter<Width, int?>
{
    public static int? ToStored(Width value) => value.Pixels == 0 ? null : value.Pixels;

    public static Width FromStored(int? stored) => new(stored ?? 0, 0);
}

public sealed class Parsed<T> : IAttributeConverter<T, string>
    where T : IParsable<T>
{
    public static string ToStored(T value) => FormattableString.Invariant($"{value}");

    public static T FromStored(string stored) => T.Parse(stored, CultureInfo.InvariantCulture);
}
