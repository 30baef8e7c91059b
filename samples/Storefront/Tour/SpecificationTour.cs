using System.Collections.Immutable;
using System.Numerics;
using Storefront.Catalog;

namespace Storefront.Tour;

/// <summary>Every kind of value, there and back; and items of an earlier version.</summary>
internal sealed class SpecificationTour(ISpecifications specifications, ISpecificationsVersion1 earlier)
{
    private static readonly Specification Written = new()
    {
        SpecificationId = new("6f9619ff-8b86-d011-b42d-00c04fc964ff"),
        Origin = new("India", "Assam"),
        Grade = 'A',
        Barcode = BigInteger.Parse("12345678901234567890123456789"),
        Serial = UInt128.MaxValue / 1000,
        Purity = (Half)0.5,
        Density = 1.25,
        IsOrganic = true,
        BestBefore = new(2027, 6, 30),
        ServedFrom = new(16, 0),
        Shelf = TimeSpan.FromDays(400),
        TestedAt = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero),
        PrintedAt = new(2026, 1, 5, 10, 0, 0, DateTimeKind.Utc),
        Hazards = Hazards.Flammable | Hazards.Fragile,
        Seal = new byte[] { 1, 2, 3 },
        Website = new("https://example.com/"),
        Storage = (2, 8.5m),
        Shares = [new(new("India", "Assam"), 0.75f), new(new("China", null), 0.25f)],
        Additives = [300, 330],
        Recalls = new() { [new(2025, 12, 24)] = "label" },
        Nutrients = ImmutableDictionary<Nutrient, decimal>.Empty.Add(Nutrient.Sugar, 0.3m),
    };

    public IReadOnlyList<TourStop> Stops =>
    [
        new("Every kind of value", async () =>
        {
            await specifications.Create(Written);
            var read = await specifications.Get(Written.SpecificationId);
            return Differences(read!) is [] ? "as it was written" : string.Join(", ", Differences(read!));
        }),
        new("Item of an earlier version", async () =>
        {
            var id = Guid.NewGuid();
            await earlier.Put(new(id, "Ceylon"));
            return (await specifications.Get(id))!.Origin.Country;
        }),
        new("Update that upcasts", async () =>
        {
            var id = Guid.NewGuid();
            await earlier.Put(new(id, "Ceylon"));
            var updated = await specifications.UpdateGrade(id, 'B');
            return $"{updated.Origin.Country}, {updated.Grade}";
        }),
    ];

    /// <summary>Collections are equal by what they hold, which a record's own equality does not ask.</summary>
    private static IReadOnlyList<string> Differences(Specification read)
    {
        var alike = read with
        {
            Seal = Written.Seal,
            Shares = Written.Shares,
            Additives = Written.Additives,
            Recalls = Written.Recalls,
            Nutrients = Written.Nutrients,
        };
        return
        [
            .. Different("a scalar", alike == Written),
            .. Different(nameof(read.Seal), read.Seal.Span.SequenceEqual(Written.Seal.Span)),
            .. Different(nameof(read.Shares), read.Shares.SequenceEqual(Written.Shares)),
            .. Different(nameof(read.Additives), read.Additives.SetEquals(Written.Additives)),
            .. Different(nameof(read.Recalls), read.Recalls.SequenceEqual(Written.Recalls)),
            .. Different(nameof(read.Nutrients), read.Nutrients.SequenceEqual(Written.Nutrients)),
        ];
    }

    private static string[] Different(string what, bool isEqual) => isEqual ? [] : [what];
}
