using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using DynamoGen.CommandLine.Infrastructure.CloudFormation;
using DynamoGen.CommandLine.Infrastructure.Comparison;
using DynamoGen.CommandLine.Infrastructure.CreateTable;

namespace DynamoGen.CommandLine.Tests.Infrastructure;

/// <summary>
/// CreateTable as it is written goes to a server, and the whole table is read back and compared. What is expected to differ is what DynamoDB Local ignores.
/// </summary>
public sealed class ReadBackTests(VerbServer server)
{
    private static readonly HttpClient Http = new();

    [Theory]
    [InlineData("orders", "SSESpecification", "Tags.aws.cost", "Tags.team", "WarmThroughput")]
    [InlineData("visits", "SSESpecification", "TableClass")]
    [InlineData("worldwide", "SSESpecification", "Tags.aws.cost", "Tags.team", "WarmThroughput")]
    [InlineData("ledger", "SSESpecification", "TableClass")]
    [InlineData("vectors", "VectorIndexes.near")]
    public async Task A_table_is_what_was_asked_for(string name, params string[] ignored)
    {
        var design = Designs.All.Single(table => table.Schema.Name == name);
        var request = JsonNode.Parse(CloudFormationForm.Of(CreateTableForm.Request(design with { Name = $"{Guid.NewGuid():N}-{name}" })))!.AsObject();

        await CallAsync("CreateTable", request);
        var described = (await CallAsync("DescribeTable", new JsonObject { ["TableName"] = (string?)request["TableName"] }))["Table"]!.AsObject();

        // What the server adds, such as counts and ARNs, is none of the request's.
        Assert.Equal(
            ignored,
            PropertyChange.Between(request, InWordsOfCreateTable(described)).Where(change => change.Old is not null)
                .Select(change => change.Text).Order());
    }

    /// <summary>An answer has some settings in a place of their own.</summary>
    private static JsonObject InWordsOfCreateTable(JsonObject table)
    {
        table["BillingMode"] = (string?)table["BillingModeSummary"]?["BillingMode"] ?? "PROVISIONED";
        table["TableClass"] = (string?)table["TableClassSummary"]?["TableClass"] ?? "STANDARD";
        if (table["SSEDescription"] is JsonObject encryption)
        {
            table["SSESpecification"] = new JsonObject
            {
                ["Enabled"] = (string?)encryption["Status"] is "ENABLED",
                ["SSEType"] = (string?)encryption["SSEType"],
                ["KMSMasterKeyId"] = (string?)encryption["KMSMasterKeyArn"],
            };
        }

        return table;
    }

    private async Task<JsonNode> CallAsync(string operation, JsonObject request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, server.Endpoint)
        {
            Content = new StringContent(request.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/x-amz-json-1.0")),
        };
        message.Headers.Add("X-Amz-Target", $"DynamoDB_20120810.{operation}");
        message.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=local/20260101/eu-west-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await Http.SendAsync(message, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{operation}: {answer}");
        return JsonNode.Parse(answer)!;
    }
}
