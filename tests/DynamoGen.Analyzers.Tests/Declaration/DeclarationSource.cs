namespace DynamoGen.Analyzers.Tests.Declaration;

/// <summary>Puts a fragment into a design that is otherwise right.</summary>
internal static class DeclarationSource
{
    private const string Usings = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading;
        using System.Threading.Tasks;
        using DynamoGen;

        """;

    private const string Table = """
        [Table("shop")]
        [GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
        [GlobalIndex("gsi2", PartitionKey = "gsi2pk")]
        public sealed partial class Shop;

        """;

    private const string Entity = """
        [Entity<Shop>]
        [Key("CUSTOMER#{CustomerId}", "ORDER#{OrderedAt:yyyy-MM-dd}#{OrderId}")]
        [Key("gsi1", "STATUS#{Status}", "{OrderedAt}#{OrderId}", LowCardinalityJustification = "test")]
        public sealed partial record Order
        {
            public required string CustomerId { get; init; }
            public required int OrderId { get; init; }
            public required DateTimeOffset OrderedAt { get; init; }
            public required OrderStatus Status { get; init; }
        }

        [Entity<Shop>]
        [Key("CUSTOMER#{CustomerId}", "CUSTOMER")]
        public sealed partial record Customer(string CustomerId);

        public enum OrderStatus { Open, Shipped }

        """;

    public static string Alone(string declarations) => Usings + declarations;

    public static string WithTable(string declarations) => Usings + Table + declarations;

    /// <summary>An entity with the given members, beside a right key.</summary>
    public static string WithMembers(string members) => WithTable($$"""
        [Entity<Shop>]
        [Key("THING#{Id}", "THING")]
        public sealed partial record Thing
        {
            public required string Id { get; init; }
            {{members}}
        }
        """);

    /// <summary>An entity of three properties with the given keys.</summary>
    public static string WithKeys(string keys) => WithTable($$"""
        [Entity<Shop>]
        {{keys}}
        public sealed partial record Thing
        {
            public required string Id { get; init; }
            public string? Name { get; init; }
            public DateTimeOffset At { get; init; }
            public int Number { get; init; }
            public decimal Price { get; init; }
            public double Weight { get; init; }
            public List<string> Tags { get; init; } = [];
        }
        """);

    /// <summary>A repository of orders with the given access patterns.</summary>
    public static string WithPatterns(string patterns, string declarations = "") => Usings + Table + Entity + $$"""
        {{declarations}}
        [Repository<Order>]
        public partial interface IOrders
        {
            {{patterns}}
        }
        """;
}
