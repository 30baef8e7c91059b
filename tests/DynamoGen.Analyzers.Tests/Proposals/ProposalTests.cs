using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.CodeFixes.Proposals;

namespace DynamoGen.Analyzers.Tests.Proposals;

/// <summary>What DG3020 proposes, and what its fix writes: the cheapest change with which the access pattern is answered.</summary>
public sealed class ProposalTests
{
    private const string Usings = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using DynamoGen;

        """;

    [Fact]
    public Task An_index_that_answers_already_is_read() => Fixes(
        "IAsyncEnumerable<Order> {|DG3020:InCity|}(string city);",
        """
        [Index("gsi1")]
            IAsyncEnumerable<Order> InCity(string city);
        """,
        key: """[Key("gsi1", "CITY#{City}", "{OrderedAt}")]""",
        fixedKey: """[Key("gsi1", "CITY#{City}", "{OrderedAt}")]""");

    [Fact]
    public Task The_table_is_read_where_it_answers() => Fixes(
        """[Index({|DG3020:"gsi1"|})] IAsyncEnumerable<Order> Of(string customerId);""",
        "IAsyncEnumerable<Order> Of(string customerId);");

    [Fact]
    public Task A_place_in_an_index_that_is_free_is_taken() => Fixes(
        "IAsyncEnumerable<Order> {|DG3020:OfEmployee|}(int employeeId, DateTimeOffset? from = null);",
        """
        [Index("gsi1")]
            IAsyncEnumerable<Order> OfEmployee(int employeeId, DateTimeOffset? from = null);
        """,
        fixedKey: """[Key("gsi1", "EMPLOYEE#{EmployeeId}", "{OrderedAt}#{OrderId}#{CustomerId}")]""");

    [Fact]
    public Task A_new_index_is_named_as_its_siblings_are() => Fixes(
        "IAsyncEnumerable<Order> {|DG3020:OfEmployee|}(int employeeId);",
        """
        [Index("gsi2")]
            IAsyncEnumerable<Order> OfEmployee(int employeeId);
        """,
        key: """[Key("gsi1", "CITY#{City}", "{OrderedAt}")]""",
        fixedKey: """
        [Key("gsi1", "CITY#{City}", "{OrderedAt}")]
        [Key("gsi2", "EMPLOYEE#{EmployeeId}", "{OrderedAt}#{OrderId}#{CustomerId}")]
        """,
        fixedIndex: """
        [GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
        [GlobalIndex("gsi2", PartitionKey = "gsi2pk", SortKey = "gsi2sk")]
        """);

    [Fact]
    public Task A_key_of_few_values_is_spread_over_shards() => Fixes(
        "IAsyncEnumerable<Order> {|DG3020:WithStatus|}(OrderStatus status);",
        """
        [Index("gsi1")]
            IAsyncEnumerable<Order> WithStatus(OrderStatus status);
        """,
        fixedKey: """[Key("gsi1", "STATUS#{Status}", "{OrderedAt}#{OrderId}#{CustomerId}", Shards = 10)]""");

    [Fact]
    public Task What_a_filter_takes_is_no_part_of_the_key() => Fixes(
        """[Filter("begins_with(City, {cityName})")] IAsyncEnumerable<Order> {|DG3020:OfEmployee|}(int employeeId, string city, string cityName);""",
        """
        [Index("gsi1")]
            [Filter("begins_with(City, {cityName})")] IAsyncEnumerable<Order> OfEmployee(int employeeId, string city, string cityName);
        """,
        fixedKey: """[Key("gsi1", "EMPLOYEE#{EmployeeId}#CITY#{City}", "{OrderedAt}#{OrderId}#{CustomerId}")]""");

    [Fact]
    public Task An_index_is_sparse_where_the_property_may_be_null() => Fixes(
        "IAsyncEnumerable<Order> {|DG3020:ShippedBy|}(string shipper, string cityPrefix);",
        """
        [Index("gsi1")]
            IAsyncEnumerable<Order> ShippedBy(string shipper, string cityPrefix);
        """,
        fixedKey: """[Key("gsi1", "SHIPPER#{Shipper}", "{City}#{OrderedAt}#{OrderId}#{CustomerId}")]""");

    [Fact]
    public Task A_range_by_another_word_gets_the_name_of_one() => Fixes(
        "IAsyncEnumerable<Order> Of(string customerId, DateTimeOffset {|DG3020:since|}, DateTimeOffset until);",
        "IAsyncEnumerable<Order> Of(string customerId, DateTimeOffset fromOrderedAt, DateTimeOffset toOrderedAt);");

    [Fact]
    public Task A_value_that_may_be_null_is_required() => Fixes(
        "IAsyncEnumerable<Order> Of(string? {|DG3020:customerId|} = null);",
        "IAsyncEnumerable<Order> Of(string customerId);");

    [Fact]
    public Task A_value_gets_the_type_of_its_part() => Fixes(
        "IAsyncEnumerable<Order> Of(int {|DG3020:customerId|});",
        "IAsyncEnumerable<Order> Of(string customerId);");

    [Fact]
    public Task A_write_gets_the_whole_primary_key() => Fixes(
        "ValueTask {|DG3020:Delete|}(string customerId, CancellationToken cancellationToken = default);",
        "ValueTask Delete(string customerId, DateTimeOffset orderedAt, int orderId, CancellationToken cancellationToken = default);");

    [Theory]
    [InlineData("IAsyncEnumerable<Order> {|DG3020:All|}();")]
    [InlineData("IAsyncEnumerable<Order> {|DG3020:ByNothingOfIt|}(Guid weather);")]
    [InlineData("IAsyncEnumerable<Order> {|DG3020:ByWeight|}(double weight);")]
    [InlineData("IAsyncEnumerable<Order> {|DG3020:Between|}(DateTimeOffset from, DateTimeOffset to);")]
    public Task What_no_key_can_answer_gets_no_proposal(string pattern) =>
        RuleTest<DeclarationAnalyzer>.OffersNo<AnswerPatternCodeFix>(Source(string.Empty, Index, pattern));

    [Fact]
    public async Task The_message_names_the_choice_and_its_cost()
    {
        var messages = (await Diagnosis.Of(Source(string.Empty, Index, "IAsyncEnumerable<Order> OfEmployee(int employeeId);")
            .Replace("{|DG3020:", string.Empty, StringComparison.Ordinal)))
            .Where(diagnostic => diagnostic.Id == "DG3020").Select(diagnostic => diagnostic.GetMessage(null));

        Assert.Contains("[Key(\"gsi1\", \"EMPLOYEE#{EmployeeId}\", \"{OrderedAt}#{OrderId}#{CustomerId}\")] in the free index 'gsi1' "
            + "answers it, for 1 write unit more for each KB written", Assert.Single(messages), StringComparison.Ordinal);
    }

    private const string Index = """[GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]""";

    private static Task Fixes(string pattern, string fixedPattern, string key = "", string? fixedKey = null, string fixedIndex = Index) =>
        RuleTest<DeclarationAnalyzer>.Fixes<AnswerPatternCodeFix>(
            Source(key, Index, pattern), Source(fixedKey ?? key, fixedIndex, fixedPattern));

    private static string Source(string key, string index, string pattern) => Usings + $$"""
        [Table("shop")]
        {{index}}
        public sealed partial class Shop;

        [Entity<Shop>]
        [Key("CUSTOMER#{CustomerId}", "{OrderedAt}#{OrderId}")]{{(key.Length == 0 ? string.Empty : "\n" + key)}}
        public sealed partial record Order
        {
            public required string CustomerId { get; init; }
            public required DateTimeOffset OrderedAt { get; init; }
            public required int OrderId { get; init; }
            public required int EmployeeId { get; init; }
            public required OrderStatus Status { get; init; }
            public required string City { get; init; }
            public string? Shipper { get; init; }
            public double Weight { get; init; }
        }

        public enum OrderStatus { Open, Shipped }

        [Repository<Order>]
        public partial interface IOrders
        {
            {{pattern}}
        }
        """;
}
