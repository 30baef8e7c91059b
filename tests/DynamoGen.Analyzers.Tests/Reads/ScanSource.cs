namespace DynamoGen.Analyzers.Tests.Reads;

/// <summary>A class with clients of every kind around the members under test.</summary>
internal static class ScanSource
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Amazon.DynamoDBv2;
        using Amazon.DynamoDBv2.DataModel;
        using Amazon.DynamoDBv2.DocumentModel;
        using Amazon.DynamoDBv2.Model;
        using DynamoGen;

        """;

    private const string Surroundings = """

        public partial class C
        {
            private IAmazonDynamoDB client = null!;
            private AmazonDynamoDBClient concreteClient = null!;
            private IDynamoDBContext context = null!;
            private DynamoDBContext concreteContext = null!;
            private ITable table = null!;
            private Table concreteTable = null!;
            private void Use(object value) { }
        }
        public class Order { [DynamoDBHashKey] public string Id { get; set; } = ""; public string Email { get; set; } = ""; }
        public class Derived : AmazonDynamoDBClient
        {
            public override Task<ScanResponse> ScanAsync(ScanRequest request, CancellationToken token = default) => base.ScanAsync(request, token);
        }
        public class Cached(IDynamoDBv2PaginatorFactory inner) : IDynamoDBv2PaginatorFactory
        {
            public IScanPaginator Scan(ScanRequest request) => inner.Scan(request);
            public IQueryPaginator Query(QueryRequest request) => inner.Query(request);
            public IBatchGetItemPaginator BatchGetItem(BatchGetItemRequest request) => inner.BatchGetItem(request);
            public IListBulkOperationsPaginator ListBulkOperations(ListBulkOperationsRequest request) => inner.ListBulkOperations(request);
            public IListContributorInsightsPaginator ListContributorInsights(ListContributorInsightsRequest request) => inner.ListContributorInsights(request);
            public IListExportsPaginator ListExports(ListExportsRequest request) => inner.ListExports(request);
            public IListImportsPaginator ListImports(ListImportsRequest request) => inner.ListImports(request);
            public IListTablesPaginator ListTables(ListTablesRequest request) => inner.ListTables(request);
        }
        public class Renamed { public void Scan(ScanRequest request) { } }
        namespace Rx { public class Observable { public Observable Scan(int seed, Func<int, int, int> step) => this; } }
        namespace Redis { public interface IAmazonDynamoDB { Task ScanAsync(string pattern); } }
        """;

    public static string Of(string members, string assemblyAttributes = "") =>
        $$"""
        {{Usings}}
        {{assemblyAttributes}}
        public partial class C
        {
        {{members}}
        }
        {{Surroundings}}
        """;
}
