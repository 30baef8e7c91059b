using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.Verification;

/// <summary>The part of the .NET Framework's SDK that rules look at: its client has synchronous methods, which the others leave out.</summary>
internal static class SynchronousSdk
{
    private const string Source = """
        using System.Collections.Generic;
        using Amazon.DynamoDBv2.Model;
        namespace Amazon.DynamoDBv2
        {
            public interface IAmazonDynamoDB
            {
                QueryResponse Query(QueryRequest request);
                ScanResponse Scan(ScanRequest request);
                BatchWriteItemResponse BatchWriteItem(BatchWriteItemRequest request);
                BatchGetItemResponse BatchGetItem(BatchGetItemRequest request);
                BatchExecuteStatementResponse BatchExecuteStatement(BatchExecuteStatementRequest request);
            }
        }
        namespace Amazon.DynamoDBv2.DocumentModel
        {
            public class Document { }
            public class QueryFilter { }
            public class Search { public List<Document> GetNextSet() => null; public List<Document> GetRemaining() => null; public bool IsDone => true; }
            public class Table { public Search Query(QueryFilter filter) => null; }
        }
        namespace Amazon.DynamoDBv2.Model
        {
            public class AttributeValue { }
            public class QueryRequest
            {
                public string TableName { get; set; } public string IndexName { get; set; } public int Limit { get; set; }
                public string KeyConditionExpression { get; set; } public string FilterExpression { get; set; }
                public Dictionary<string, AttributeValue> ExclusiveStartKey { get; set; }
            }
            public class ScanRequest : QueryRequest { }
            public class QueryResponse
            {
                public List<Dictionary<string, AttributeValue>> Items { get; set; } public int Count { get; set; }
                public Dictionary<string, AttributeValue> LastEvaluatedKey { get; set; }
            }
            public class ScanResponse : QueryResponse { }
            public class BatchWriteItemRequest { public Dictionary<string, List<object>> RequestItems { get; set; } }
            public class BatchGetItemRequest { }
            public class BatchWriteItemResponse { public Dictionary<string, List<object>> UnprocessedItems { get; set; } }
            public class BatchExecuteStatementRequest { }
            public class BatchExecuteStatementResponse { public List<BatchStatementResponse> Responses { get; set; } }
            public class BatchStatementResponse { public object Error { get; set; } public object Item { get; set; } }
            public class BatchGetItemResponse { public object UnprocessedKeys { get; set; } public object Responses { get; set; } }
        }
        """;

    private static readonly MetadataReference Assembly = FakeAssembly.Of("AWSSDK.DynamoDBv2", Source);

    /// <summary>The rules of responses that speak of the members of a class that has this client.</summary>
    public static async Task<IEnumerable<string>> Reported(string members) => (await Diagnostics(members)).Select(diagnostic => diagnostic.Id).Order();

    /// <summary>What rules of responses say of the members of a class that has this client.</summary>
    public static async Task<IEnumerable<Diagnostic>> Diagnostics(string members)
    {
        var source = $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using Amazon.DynamoDBv2;
            using Amazon.DynamoDBv2.DocumentModel;
            using Amazon.DynamoDBv2.Model;
            class C(IAmazonDynamoDB client, Table table)
            {
                static void Use(object value) { }
            {{members}}
            }
            """;
        var diagnostics = await Diagnosis.Of([source], [.. References.Framework, Assembly]);
        return diagnostics.Where(diagnostic => diagnostic.Id is "DG3004" or "DG3005" or "DG3006" or "DG3010" or "DG4002" or "DG4003" or "DG4014");
    }
}
