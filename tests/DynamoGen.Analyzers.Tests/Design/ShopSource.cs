namespace DynamoGen.Analyzers.Tests.Design;

/// <summary>A table with two indexes, and whatever stands around the given declarations.</summary>
internal static class ShopSource
{
    private const string Usings = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using DynamoGen;
        using DynamoGen.Transactions;
        using DynamoGen.Uniqueness;

        """;

    public const string Table = """
        [Table("shop")]
        [GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
        [GlobalIndex("gsi2", PartitionKey = "gsi2pk")]
        sealed partial class Shop;

        """;

    public static string Of(string declarations) => Usings + declarations;

    public static string WithTable(string declarations) => Usings + Table + declarations;
}
