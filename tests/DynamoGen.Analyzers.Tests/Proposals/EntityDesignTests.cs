using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.CodeFixes.Proposals;

namespace DynamoGen.Analyzers.Tests.Proposals;

/// <summary>The keys that are designed for an entity without any, from what its access patterns ask.</summary>
public sealed class EntityDesignTests
{
    private const string Gsi1 = """[GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]""";

    [Fact]
    public Task The_table_answers_what_it_can_and_the_fewest_indexes_the_rest() => Designs(
        """
        ValueTask<Order?> Get(string customerId, int orderId);
            IAsyncEnumerable<Order> OfCustomer(string customerId);
            IAsyncEnumerable<Order> OfEmployee(int employeeId);
            IAsyncEnumerable<Order> OfEmployeeBetween(int employeeId, DateTimeOffset from, DateTimeOffset to);
            ValueTask<Order?> ById(int orderId);
            Task Put(Order order);
            [Delete] Task Delete(string customerId, int orderId);
        """,
        """
        // The table answers Get, OfCustomer and Delete.
        [Key("CUSTOMER#{CustomerId}", "ORDER#{OrderId}")]
        // Index 'gsi1' answers OfEmployee and OfEmployeeBetween, for 1 write unit more for each KB written.
        [Key("gsi1", "EMPLOYEE#{EmployeeId}", "{OrderedAt}#{CustomerId}#{OrderId}")]
        // Index 'gsi2' answers ById, for 1 write unit more for each KB written.
        [Key("gsi2", "ORDER#{OrderId}", "{CustomerId}")]
        """,
        """
        ValueTask<Order?> Get(string customerId, int orderId);
            IAsyncEnumerable<Order> OfCustomer(string customerId);
            [Index("gsi1")]
            IAsyncEnumerable<Order> OfEmployee(int employeeId);
            [Index("gsi1")]
            IAsyncEnumerable<Order> OfEmployeeBetween(int employeeId, DateTimeOffset from, DateTimeOffset to);
            [Index("gsi2")]
            ValueTask<Order?> ById(int orderId);
            Task Put(Order order);
            [Delete] Task Delete(string customerId, int orderId);
        """,
        $"""
        {Gsi1}
        [GlobalIndex("gsi2", PartitionKey = "gsi2pk", SortKey = "gsi2sk")]
        """);

    [Fact]
    public Task Without_a_read_of_one_the_id_names_an_item_and_few_values_are_spread() => Designs(
        """
        Task Put(Order order);
            [Descending] IAsyncEnumerable<Order> Newest(OrderStatus status);
        """,
        """
        // The table answers no access pattern by parameters.
        [Key("ORDER#{OrderId}", "ORDER")]
        // Index 'gsi1' answers Newest, for 1 write unit more for each KB written; its few values are spread over shards.
        [Key("gsi1", "STATUS#{Status}", "{OrderedAt}#{OrderId}", Shards = 10)]
        """,
        """
        Task Put(Order order);
            [Index("gsi1")]
            [Descending] IAsyncEnumerable<Order> Newest(OrderStatus status);
        """,
        Gsi1);

    [Theory]
    [InlineData("IAsyncEnumerable<Order> All();")]
    [InlineData("ValueTask<Order?> Get(string customerId, int orderId); [Delete] Task Delete(int orderId); [Delete] Task Remove(string city);")]
    [InlineData("ValueTask<Order?> Get(Guid unknown);")]
    [InlineData("ValueTask<Order?> Get(double weight);")]
    public Task Without_keys_that_answer_nothing_is_offered(string patterns) =>
        RuleTest<DeclarationAnalyzer>.OffersNo<DesignKeysCodeFix>(Source("record {|DG1025:Order|}", string.Empty, Gsi1, patterns));

    private static Task Designs(string patterns, string keys, string fixedPatterns, string fixedIndexes) =>
        RuleTest<DeclarationAnalyzer>.Fixes<DesignKeysCodeFix>(
            Source("record {|DG1025:Order|}", string.Empty, Gsi1, patterns),
            Source("record Order", $"\n{keys}", fixedIndexes, fixedPatterns));

    private static string Source(string type, string keys, string indexes, string patterns) => $$"""
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using DynamoGen;

        [Table("shop")]
        {{indexes}}
        public sealed partial class Shop;

        [Entity<Shop>]{{keys}}
        public sealed partial {{type}}
        {
            public required string CustomerId { get; init; }
            public required int OrderId { get; init; }
            public required DateTimeOffset OrderedAt { get; init; }
            public required int EmployeeId { get; init; }
            public required OrderStatus Status { get; init; }
            public required string City { get; init; }
            public double Weight { get; init; }
        }

        public enum OrderStatus { Open, Shipped }

        [Repository<Order>]
        public partial interface IOrders
        {
            {{patterns}}
        }
        """;
}
