using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.DynamoDBv2.Model.Internal.MarshallTransformations;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using DynamoGen.Schema;
using DynamoGen.Telemetry;

namespace DynamoGen.Transport;

/// <summary>What the SDK's pipeline has to know of an operation.</summary>
/// <param name="Name">The operation.</param>
/// <param name="CreateRequest">Makes the SDK's own request type, which handlers and the endpoint resolver look at, for a table.</param>
/// <param name="Unmarshaller">The SDK's unmarshaller, which turns error responses into the operation's typed exceptions.</param>
/// <param name="EndpointDiscovery">The SDK's marshaller for endpoint discovery, which a client's configuration can turn on.</param>
internal sealed record WireOperation(
    DynamoOperation Name,
    Func<string, AmazonDynamoDBRequest> CreateRequest,
    ResponseUnmarshaller Unmarshaller,
    IMarshaller<EndpointDiscoveryDataBase, AmazonWebServiceRequest> EndpointDiscovery)
    : HttpOperation($"DynamoDB_20120810.{Name}", JsonContent, ApiVersionOfDynamoDb)
{
    /// <summary>The content type of DynamoDB's protocol.</summary>
    public const string JsonContent = "application/x-amz-json-1.0";

    /// <summary>The version of DynamoDB's interface, and of that of its streams.</summary>
    public const string ApiVersionOfDynamoDb = "2012-08-10";

    /// <summary>The most JSON that 1 MB of item data can take: see <see cref="ResponseBody.Limit"/>.</summary>
    private const int JsonOfOneMegabyte = ResponseBody.Limit;

    private static readonly WireOperation GetItem = new(
        DynamoOperation.GetItem,
        static table => new GetItemRequest { TableName = table },
        GetItemResponseUnmarshaller.Instance,
        GetItemEndpointDiscoveryMarshaller.Instance);

    private static readonly WireOperation Query = new(
        DynamoOperation.Query,
        static table => new QueryRequest { TableName = table },
        QueryResponseUnmarshaller.Instance,
        QueryEndpointDiscoveryMarshaller.Instance);

    private static readonly WireOperation Scan = new(
        DynamoOperation.Scan,
        static table => new ScanRequest { TableName = table },
        ScanResponseUnmarshaller.Instance,
        ScanEndpointDiscoveryMarshaller.Instance);

    private static readonly WireOperation PutItem = new(
        DynamoOperation.PutItem,
        static table => new PutItemRequest { TableName = table },
        PutItemResponseUnmarshaller.Instance,
        PutItemEndpointDiscoveryMarshaller.Instance);

    private static readonly WireOperation DeleteItem = new(
        DynamoOperation.DeleteItem,
        static table => new DeleteItemRequest { TableName = table },
        DeleteItemResponseUnmarshaller.Instance,
        DeleteItemEndpointDiscoveryMarshaller.Instance);

    private static readonly WireOperation UpdateItem = new(
        DynamoOperation.UpdateItem,
        static table => new UpdateItemRequest { TableName = table },
        UpdateItemResponseUnmarshaller.Instance,
        UpdateItemEndpointDiscoveryMarshaller.Instance);

    private static readonly WireOperation TransactWriteItems = new(
        DynamoOperation.TransactWriteItems,
        static table => new TransactWriteItemsRequest { TransactItems = [new TransactWriteItem { Put = new Put { TableName = table } }] },
        TransactWriteItemsResponseUnmarshaller.Instance,
        TransactWriteItemsEndpointDiscoveryMarshaller.Instance)
    {
        // The items that made it fail come with the error.
        ResponseLimit = 4 * JsonOfOneMegabyte,
    };

    private static readonly WireOperation TransactGetItems = new(
        DynamoOperation.TransactGetItems,
        static table => new TransactGetItemsRequest { TransactItems = [new TransactGetItem { Get = new Get { TableName = table } }] },
        TransactGetItemsResponseUnmarshaller.Instance,
        TransactGetItemsEndpointDiscoveryMarshaller.Instance)
    {
        ResponseLimit = 4 * JsonOfOneMegabyte,
    };

    private static readonly WireOperation BatchWriteItem = new(
        DynamoOperation.BatchWriteItem,
        static table => new BatchWriteItemRequest { RequestItems = new Dictionary<string, List<WriteRequest>> { [table] = [] } },
        BatchWriteItemResponseUnmarshaller.Instance,
        BatchWriteItemEndpointDiscoveryMarshaller.Instance)
    {
        ResponseLimit = 16 * JsonOfOneMegabyte,
    };

    private static readonly WireOperation BatchGetItem = new(
        DynamoOperation.BatchGetItem,
        static table => new BatchGetItemRequest { RequestItems = new Dictionary<string, KeysAndAttributes> { [table] = new() } },
        BatchGetItemResponseUnmarshaller.Instance,
        BatchGetItemEndpointDiscoveryMarshaller.Instance)
    {
        ResponseLimit = 16 * JsonOfOneMegabyte,
    };

    /// <summary>Whether it changes items.</summary>
    public bool Writes => Name is DynamoOperation.PutItem or DynamoOperation.UpdateItem or DynamoOperation.DeleteItem or DynamoOperation.BatchWriteItem
        or DynamoOperation.TransactWriteItems;

    /// <summary>Records attempts that fail; null where nothing does.</summary>
    public DynamoGenTelemetry? Telemetry { get; init; }

    public override AmazonServiceException ReadError(ErrorResponse response, Exception innerException) => ErrorReader.Read(this, response, innerException);

    public static WireOperation Of(DynamoOperation operation) => operation switch
    {
        DynamoOperation.GetItem => GetItem,
        DynamoOperation.Query => Query,
        DynamoOperation.Scan => Scan,
        DynamoOperation.PutItem => PutItem,
        DynamoOperation.DeleteItem => DeleteItem,
        DynamoOperation.UpdateItem => UpdateItem,
        DynamoOperation.TransactWriteItems => TransactWriteItems,
        DynamoOperation.TransactGetItems => TransactGetItems,
        DynamoOperation.BatchWriteItem => BatchWriteItem,
        DynamoOperation.BatchGetItem => BatchGetItem,
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "The operation is not one that the transport can send."),
    };
}
