using DynamoGen.Uniqueness;

namespace DynamoGen.Tests.Marks;

/// <summary>A table of another program, whose marks have other names, and whose items use <c>_t</c> and <c>_v</c> for something else.</summary>
[Table("brought", TypeAttribute = "__edb_e__", VersionAttribute = "__edb_v__")]
[GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk", Projection = IndexProjection.Include, NonKeyAttributes = ["_t", "Id"])]
public sealed partial class BroughtShop;

[ItemCollection(typeof(Buyer), typeof(Purchase))]
public interface IOfBuyer;

[Entity<BroughtShop>(Name = "buyer")]
[Key("BUYER#{Id}", "PROFILE")]
[Key("gsi1", "TIER#{Tier}", "{Id}")]
[Unique("MAIL#{Mail}")]
public sealed partial record Buyer(string Id, string Mail) : IOfBuyer
{
    [AttributeName("_t")]
    public long Tier { get; init; }

    [AttributeName("_v")]
    public IReadOnlyList<string> Visits { get; init; } = [];
}

[Projection<Buyer>]
public sealed partial record BuyerCard(string Id, long Tier);

/// <summary>The purchase as the first deployment wrote it.</summary>
[Entity<BroughtShop>(Name = "purchase")]
[Key("BUYER#{Buyer}", "PURCHASE#{Number}")]
public sealed partial record FirstPurchase(string Buyer, int Number, int Euros);

[Entity<BroughtShop>(Name = "purchase", Version = 2)]
[Key("BUYER#{Buyer}", "PURCHASE#{Number}")]
public sealed partial record Purchase(string Buyer, int Number) : IOfBuyer
{
    public long Cents { get; init; }

    public string? Note { get; init; }

    [Upcast(1, nameof(Cents))]
    internal static long CentsOf([StoredAs("Euros")] int euros) => euros * 100L;
}

[ItemCollection]
public sealed partial record BuyerWithPurchases
{
    public required Buyer Buyer { get; init; }

    public required IReadOnlyList<Purchase> Purchases { get; init; }
}

/// <summary>The same as a positional record, and as one of which a member is none of its parameters.</summary>
[ItemCollection]
public sealed partial record BuyerFile(Buyer Buyer, IReadOnlyList<Purchase> Purchases);

[ItemCollection]
public sealed partial record BuyerSheet(Buyer? Buyer)
{
    public List<Purchase> Purchases { get; init; } = [];
}

[Repository<Buyer>]
public partial interface IBuyers
{
    ValueTask Create(Buyer buyer);

    ValueTask<Buyer?> Get(string id);

    [ConsistentRead]
    ValueTask<BuyerWithPurchases?> Whole(string id);

    [ConsistentRead]
    ValueTask<BuyerFile?> File(string id);

    [ConsistentRead]
    ValueTask<BuyerSheet?> Sheet(string id);

    [ConsistentRead]
    ValueTask<IReadOnlyList<IOfBuyer>> AllOf(string id);

    [Index("gsi1")]
    IAsyncEnumerable<BuyerCard> OfTier(long tier);

    [AllowScan("Tests look at all of it.")]
    IAsyncEnumerable<Buyer> ScanAll();

    [AllowScan("Tests look at all of it.")]
    IAsyncEnumerable<IOfBuyer> ScanItems(int segments);

    [AllowScan("Repairs what other programs wrote.")]
    ValueTask<UniqueRepair> RepairUnique();
}

[Repository<FirstPurchase>]
public partial interface IFirstPurchases
{
    ValueTask Put(FirstPurchase purchase);
}

[Repository<Purchase>]
public partial interface IPurchases
{
    ValueTask<Purchase?> Get(string buyer, int number);

    ValueTask Put(Purchase purchase);

    [Update("SET Note = {note}")]
    ValueTask<Purchase> UpdateNote(string buyer, int number, string note);

    [Update("SET Cents = {cents}")]
    ValueTask<Purchase> UpsertCents(string buyer, int number, long cents);
}
