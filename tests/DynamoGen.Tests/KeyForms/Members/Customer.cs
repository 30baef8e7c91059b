namespace DynamoGen.Tests.KeyForms.Members;

/// <summary>A table in whose index the items stand by where they are.</summary>
[Table("addresses")]
[GlobalIndex("by-country", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
[GlobalIndex("by-region", PartitionKey = "gsi2pk", SortKey = "gsi2sk", SortKeyType = KeyAttributeType.Number)]
public sealed partial class Addresses;

public sealed record Town(string Name);

public sealed record Address(string Country, Town Town, int Number)
{
    public string? Region { get; init; }
}

[Entity<Addresses>]
[Key("CUSTOMER#{Id}", "CUSTOMER")]
[Key("by-country", "COUNTRY#{Address.Country}", "{Address.Town.Name}#{Id}")]
[Key("by-region", "REGION#{Billing.Region}", "{Visits}")]
public sealed partial record Customer(string Id, Address Address)
{
    public Address? Billing { get; init; }

    public int Visits { get; init; }
}

[Repository<Customer>]
public partial interface ICustomers
{
    ValueTask Put(Customer customer);

    ValueTask<Customer?> Get(string id);

    [Index("by-country")]
    IAsyncEnumerable<Customer> In(string country, string? name = null);

    [Index("by-region")]
    IAsyncEnumerable<Customer> Billed(string region, int? fromVisits = null);

    [Update("SET Address.Country = {country}")]
    ValueTask Emigrate(string id, string country);

    [Update("SET Address.Town.Name = {name}, Address.Number = {number}")]
    ValueTask Move(string id, string name, int number);

    [Update("SET Address = {address}")]
    ValueTask Settle(string id, Address address);

    [Update("SET Billing.Region = {region}")]
    [Condition("attribute_exists(Billing)")]
    ValueTask Bill(string id, string region, int visits);

    [Update("REMOVE Billing.Region")]
    [Condition("attribute_exists(Billing)")]
    ValueTask Forget(string id);

    [Update("REMOVE Billing")]
    ValueTask Remove(string id);
}
