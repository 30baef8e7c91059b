namespace DynamoGen.Analyzers.Tests.KeyDesign;

/// <summary>An entity with properties of many types, under the given <c>[Key]</c> attributes.</summary>
internal static class EntitySource
{
    public static string Of(string keys, string traffic = "", string tableTraffic = "") => $$"""
        using System;
        using DynamoGen;

        [Table("northwind")]{{tableTraffic}}
        [GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
        [GlobalIndex("by-status", PartitionKeys = ["Status", "Paid"], SortKeys = ["Id"])]
        [GlobalIndex("by-customer", PartitionKeys = ["Status", "Id"])]
        [GlobalIndex("by-day", PartitionKeys = ["Day"])]
        [GlobalIndex("by-wrong", PartitionKeys = ["Missing"])]
        [LocalIndex("lsi1", SortKey = "lsi1sk")]
        public sealed partial class Northwind;

        public enum Status { Open, Closed, Cancelled, Void = Cancelled }
        public enum Empty;
        public readonly record struct Phase(Status Value);
        public readonly record struct Shipment(DateOnly Value);
        [Flags] public enum Channels { None, Web, Phone, Shop = 4, All = 7 }

        public record Base { public bool Inherited { get; init; } }

        [Entity<Northwind>]{{traffic}}
        {{keys}}
        public sealed partial record Order(bool Positional) : Base
        {
            public string Id { get; init; } = "";
            public int Number { get; init; }
            public Guid Guid { get; init; }
            public bool Paid { get; init; }
            public bool? Approved { get; init; }
            public Status Status { get; init; }
            public Status? Stage { get; init; }
            public Phase Phase { get; init; }
            public Phase? Planned { get; init; }
            public Shipment Shipment { get; init; }
            public byte Floor { get; init; }
            public Empty Empty { get; init; }
            public Channels Channels { get; init; }
            public DateOnly Day { get; init; }
            public DateOnly? Due { get; init; }
            [Cardinality(365)] public DateOnly Season { get; init; }
            public TimeOnly Opens { get; init; }
            public DateTime At { get; init; }
            public DateTimeOffset AtOffset { get; init; }
            [Cardinality(12)] public string Region { get; init; } = "";
            [Cardinality(200)] public string Country { get; init; } = "";
            [Cardinality(1L << 39)] public string Vast { get; init; } = "";
            [Cardinality(1L << 39)] public string Vaster { get; init; } = "";
            [Cardinality(0)] public string Undeclared { get; init; } = "";
        }
        """;
}
