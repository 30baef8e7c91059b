using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
using DynamoGen;

namespace Storefront.Catalog;

/// <summary>What a product's maker says of it: a property of every kind of value. Version 1 kept the origin as a bare country.</summary>
[Entity<StorefrontTable>(Version = 2)]
[Key("SPECIFICATION#{SpecificationId}", "SPECIFICATION")]
public sealed partial record Specification
{
    public required Guid SpecificationId { get; init; }

    public required Origin Origin { get; init; }

    public char Grade { get; init; }

    public BigInteger Barcode { get; init; }

    public UInt128 Serial { get; init; }

    public Half Purity { get; init; }

    public double? Density { get; init; }

    public bool IsOrganic { get; init; }

    public DateOnly BestBefore { get; init; }

    public TimeOnly ServedFrom { get; init; }

    public TimeSpan Shelf { get; init; }

    [EpochSeconds]
    public DateTimeOffset TestedAt { get; init; }

    public DateTime PrintedAt { get; init; }

    public Hazards Hazards { get; init; }

    public ReadOnlyMemory<byte> Seal { get; init; }

    [Converter<WebsiteConverter>]
    public Uri? Website { get; init; }

    public (int Least, decimal Most) Storage { get; init; }

    public ImmutableArray<OriginShare> Shares { get; init; } = [];

    public FrozenSet<int> Additives { get; init; } = [];

    public SortedDictionary<DateOnly, string> Recalls { get; init; } = [];

    public ImmutableDictionary<Nutrient, decimal> Nutrients { get; init; } = ImmutableDictionary<Nutrient, decimal>.Empty;

    [Upcast(from: 1, nameof(Origin))]
    private static Origin WithoutRegion(string country) => new(country, Region: null);
}

public sealed record Origin(string Country, string? Region);

public readonly record struct OriginShare(Origin Origin, float Share);

public enum Nutrient
{
    Fat,
    Sugar,
}

[Flags]
public enum Hazards
{
    None = 0,
    Flammable = 1,
    Fragile = 2,
}
