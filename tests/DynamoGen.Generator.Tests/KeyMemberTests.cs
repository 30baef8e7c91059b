using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>Members of nested objects in the keys of indexes.</summary>
public sealed class KeyMemberTests
{
    [Theory]
    [InlineData("{Address.Country}", "{Address.City}")]
    [InlineData("{Address.Country:upper}", "{Address.City:raw}")]
    [InlineData("{@Address.@Country}", "{Address.City}")]
    public void A_member_stands_in_the_key_of_an_index(string partition, string sort) => Design.Compiles(Run(
        "[Index(\"by-country\")] IAsyncEnumerable<Customer> In(string country, string? cityPrefix = null);", partition, sort));

    [Theory]
    [InlineData("{Billing.Country}", "string country")]
    [InlineData("{Address.Region}", "string region")]
    [InlineData("{Address.Place.Code}", "string code")]
    [InlineData("{Address.Point.North}", "int north")]
    public void Where_something_on_the_way_is_null_the_item_is_not_in_the_index(string sort, string parameter) => Design.Compiles(Run(
        $"[Index(\"by-country\")] IAsyncEnumerable<Customer> Of(string name, {parameter});", "{Name}", sort));

    [Theory]
    [InlineData("{Address.Street}", "names 'Address.Street', which is no readable property that is stored within one of a nested record")]
    [InlineData("{Address.Secret}", "names 'Address.Secret', which is no readable property that is stored within one of a nested record")]
    [InlineData("{Id.Length}", "names 'Id.Length', which is no readable property that is stored within one of a nested record")]
    [InlineData("{Address.}", "names 'Address.', which is no readable property")]
    [InlineData("{Address.City}{Address.City}", "names 'Address.City' twice")]
    public void What_is_not_stored_there_is_refused(string sort, string reason) =>
        Assert.Contains(reason, Problem(Run("", sort: sort)), StringComparison.Ordinal);

    [Fact]
    public void The_primary_key_takes_properties_of_the_entity_alone() => Assert.Contains(
        "names 'Address.Country', a member of a nested object, which the key of an index alone takes",
        Problem(Run("", primary: "CUSTOMER#{Address.Country}#{Id}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("SET Address.Country = {country}, Address.City = {city}", "string country, string city")]
    [InlineData("SET Address.City = {city}", "string city")]
    [InlineData("SET Address = {address}", "Address address")]
    [InlineData("SET Address.Number = {number}, Name = {name}", "int number, string name")]
    public void An_update_of_a_member_renews_the_key(string update, string parameters) =>
        Design.Compiles(Run($"[Update(\"{update}\")] ValueTask Change(string id, {parameters});"));

    [Theory]
    [InlineData("SET Billing.Country = {country}", "string id, string name, string country", "Billing", "{Billing.Country}")]
    [InlineData("REMOVE Billing", "string id", "", "{Billing.Country}")]
    [InlineData("REMOVE Address.Region", "string id", "", "{Address.Region}")]
    [InlineData("SET Address.Region = {region}", "string id, string name, string region", "", "{Address.Region}")]
    public void What_may_be_null_lets_the_item_in_and_out(string update, string parameters, string demanded, string sort)
    {
        var condition = demanded.Length > 0 ? $"[Condition(\"attribute_exists({demanded})\")] " : string.Empty;
        Design.Compiles(Run($"[Update(\"{update}\")] {condition}ValueTask Change({parameters});", "{Name}", sort));
    }

    [Theory]
    [InlineData("SET Address.City = if_not_exists(Address.City, {city})", "string city", "{Address.City}",
        "updates 'Address.City', which is part of the key of index 'by-country', without saying its new value")]
    [InlineData("SET Address = {address}", "Address address", "{Address.Region}",
        "sets 'Address' as a whole, in which 'Address.Region' of an index key may be null")]
    public void What_cannot_be_known_is_refused(string update, string parameters, string sort, string reason) => Assert.Contains(
        reason, Refusal(Run($"[Update(\"{update}\")] ValueTask Change(string id, {parameters});", sort: sort)), StringComparison.Ordinal);

    [Fact]
    public void The_rest_of_the_key_is_taken_by_its_name() => Assert.Contains("which also needs 'City'; take it as a parameter",
        Refusal(Run("[Update(\"SET Address.Country = {country}\")] ValueTask Change(string id, string country);", "{Address.Country}#{Address.City}", "{Id}")),
        StringComparison.Ordinal);

    [Fact]
    public void Members_of_one_name_are_told_apart_by_the_names_on_the_way() => Design.Compiles(Run(
        "[Index(\"by-country\")] IAsyncEnumerable<Customer> In(string addressCountry, string? billingCountryPrefix = null);", sort: "{Billing.Country}"));

    private static string Problem(GeneratorRun run) => Assert.Single(Design.Problems(run)).Arguments[^1];

    private static string Refusal(GeneratorRun run) =>
        Assert.Single(Design.Problems(run), problem => problem.Rule == DeclarationRule.Expression).Arguments[1];

    private static GeneratorRun Run(
        string pattern, string partition = "{Address.Country}", string sort = "{Address.City}", string primary = "CUSTOMER#{Id}") => GeneratorRun.Of($$"""
        namespace Shop;
        [Table("t")]
        [GlobalIndex("by-country", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
        public sealed partial class T;
        public sealed record Place(string Code);
        public record struct Point(int North);
        public sealed record Address(string Country, string City, int Number)
        {
            public string? Region { get; init; }
            public Place? Place { get; init; }
            public Point? Point { get; init; }
            internal string Street { get; init; } = "";
            [Ignore] public string Secret { get; init; } = "";
        }
        [Entity<T>, Key("{{primary}}", "CUSTOMER"), Key("by-country", "{{partition}}", "{{sort}}")]
        public sealed partial record Customer(string Id, string Name, Address Address)
        {
            public Address? Billing { get; init; }
        }
        [Repository<Customer>] public partial interface ICustomers { {{pattern}} }
        """);
}
