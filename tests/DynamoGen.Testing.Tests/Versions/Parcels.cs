using System.Collections.Immutable;

namespace DynamoGen.Testing.Tests.Versions;

[Table("parcels")]
public sealed partial class Parcels;

[Flags]
public enum Care
{
    None = 0,
    Fragile = 1,
    Cold = 2,
}

public readonly record struct Weight(decimal Kilograms);

public sealed record Stop(string Place, DateOnly Day, Stop? Next);

/// <summary>With values of many types, of which some have another form in version 1.</summary>
[Entity<Parcels>(Version = 2, WriteAs = 1)]
[Key("PARCEL#{Id}", "PARCEL")]
public sealed partial record Parcel(int Id, string? Note)
{
    public required Weight Weight { get; init; }

    public long Count { get; init; }

    public double? Volume { get; init; }

    public Care Care { get; init; }

    public DateTimeOffset SentAt { get; init; }

    public TimeSpan? Took { get; init; }

    public HashSet<string> Labels { get; init; } = [];

    public IReadOnlyList<Stop> Route { get; init; } = [];

    public Dictionary<string, ImmutableArray<int>> Sizes { get; init; } = [];

    public (string Name, int? Age) Sender { get; init; }

    public byte[]? Photo { get; init; }

    public Guid Code { get; init; }

    [Upcast(1, nameof(Weight), StoredAs = "Grams")]
    private static Weight WeightOf(decimal grams) => new(grams / 1000);

    [Upcast(1, nameof(Labels), StoredAs = "Label")]
    private static HashSet<string> LabelsOf(IReadOnlyList<string> label) => [.. label];

    [Downcast(1, "Grams")]
    private static decimal GramsOf(Weight weight) => weight.Kilograms * 1000;

    [Downcast(1, "Label")]
    private static IReadOnlyList<string> LabelOf(HashSet<string> labels) => [.. labels.Order(StringComparer.Ordinal)];
}

/// <summary>Of which the downcaster forgets what is behind the point.</summary>
[Entity<Parcels>(Version = 2, WriteAs = 1)]
[Key("LETTER#{Id}", "LETTER")]
public sealed partial record RoundedLetter(int Id, string Secret)
{
    public required Weight Weight { get; init; }

    [Upcast(1, nameof(Weight), StoredAs = "Grams")]
    private static Weight WeightOf(decimal grams) => new(grams / 1000);

    [Downcast(1, "Grams")]
    private static decimal GramsOf(Weight weight) => decimal.Truncate(weight.Kilograms * 1000);
}

/// <summary>Of which one of two properties is lost.</summary>
[Entity<Parcels>(Version = 2, WriteAs = 1)]
[Key("CARD#{Id}", "CARD")]
public sealed partial record ForgetfulCard(int Id)
{
    public string? Title { get; init; }

    public string? Degree { get; init; }

    [Upcast(1, nameof(Title))]
    private static string? TitleOf(string? title) => title;

    [Upcast(1, nameof(Degree), StoredAs = "Title")]
    private static string? DegreeOf(string? title) => null;

    [Downcast(1, nameof(Title))]
    private static string? WholeOf(string? title) => title;
}

/// <summary>Of which the way back throws for some values.</summary>
[Entity<Parcels>(Version = 2, WriteAs = 1)]
[Key("STAMP#{Id}", "STAMP")]
public sealed partial record FailingStamp(int Id)
{
    public long Value { get; init; }

    [Upcast(1, nameof(Value))]
    private static long ValueOf(string text) => checked((int)long.Parse(text, System.Globalization.CultureInfo.InvariantCulture));

    [Downcast(1, nameof(Value))]
    private static string TextOf(long value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public sealed record OldTag(int Id, string Memo, int Rank);

/// <summary>Of which whole items have another form.</summary>
[Entity<Parcels>(Version = 2, WriteAs = 1)]
[Key("TAG#{Id}", "TAG")]
public sealed partial record Tag(int Id)
{
    public required string Remark { get; init; }

    public required int Rank { get; init; }

    [Upcast(1)]
    private static Tag FromV1(OldTag stored) => new(stored.Id) { Remark = stored.Memo, Rank = -stored.Rank };

    [Downcast(1)]
    private static OldTag ToV1(Tag tag) => new(tag.Id, tag.Remark, -tag.Rank);
}

/// <summary>Of which the two numbers change their places on one way only.</summary>
[Entity<Parcels>(Version = 2, WriteAs = 1)]
[Key("SWAP#{Id}", "SWAP")]
public sealed partial record Swapped(int Id)
{
    public required int Left { get; init; }

    public required int Right { get; init; }

    [Upcast(1)]
    private static Swapped FromV1(OldPair stored) => new(stored.Id) { Left = stored.A, Right = stored.B };

    [Downcast(1)]
    private static OldPair ToV1(Swapped pair) => new(pair.Id, pair.Right, pair.Left);
}

public sealed record OldPair(int Id, int A, int B);
