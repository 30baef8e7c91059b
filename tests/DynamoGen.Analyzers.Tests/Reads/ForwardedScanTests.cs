using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Reads;

/// <summary>Who hands a request on does not decide to Scan; who makes the request does, behind however many methods.</summary>
public sealed class ForwardedScanTests
{
    private const string Access = """
        [DynamoDBTable("orders")] public class Order { [DynamoDBHashKey("id")] public string Id { get; set; } = ""; }
        public interface IAccess { Task<ScanResponse> Send(ScanRequest request); }
        public class Access(IAmazonDynamoDB client, IDynamoDBContext context) : IAccess
        {
            public Task<ScanResponse> Send(ScanRequest request) => client.ScanAsync(request);
            public async Task<List<Dictionary<string, AttributeValue>>> All(ScanRequest request)
            {
                var items = new List<Dictionary<string, AttributeValue>>();
                do
                {
                    var page = await Send(request);
                    items.AddRange(page.Items);
                    request.ExclusiveStartKey = page.LastEvaluatedKey;
                }
                while (request.ExclusiveStartKey is { Count: > 0 });
                return items;
            }
            public IAsyncSearch<T> ScanAsync<T>(IEnumerable<ScanCondition> conditions) => context.ScanAsync<T>(conditions);
            [DynamoGen.AllowScan("the export")] public Task<ScanResponse> Export(ScanRequest request) => client.ScanAsync(request);
            public Task<ScanResponse> Page(ScanRequest request) => throw new NotSupportedException();
        }
        """;

    private static Task Reports(string call) => RuleTest<ScanAnalyzer>.Reports(
        SdkSource.Of($"object M(Access access, IAccess other, string text, ScanRequest given) => {call}; {Access}"));

    [Theory]
    [InlineData("access.{|DG3001:Send|}(new ScanRequest(\"orders\"))")]
    [InlineData("access.{|DG3001:All|}(new ScanRequest(\"orders\"))")]
    [InlineData("other.{|DG3001:Send|}(new ScanRequest(\"orders\"))")]
    [InlineData("access.{|DG3001:ScanAsync|}<Order>([])")]
    [InlineData("access.{|DG3002:ScanAsync|}<Order>([new ScanCondition(\"Id\", ScanOperator.Equal, text)])")]
    [InlineData("other.{|DG3002:Send|}(new ScanRequest { TableName = \"orders\", FilterExpression = \"id = :id\" })")]
    public Task Flags_who_makes_the_request(string call) => Reports(call);

    [Theory]
    [InlineData("access.Send(given)")]
    [InlineData("access.Send(new ScanRequest { Limit = 20 })")]
    [InlineData("access.Export(new ScanRequest(\"orders\"))")]
    [InlineData("access.Page(new ScanRequest(\"orders\"))")]
    public Task Leaves_others_alone(string call) => Reports(call);
}
