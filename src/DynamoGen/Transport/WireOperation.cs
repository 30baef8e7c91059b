using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.DynamoDBv2.Model.Internal.MarshallTransformations;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using DynamoGen.Schema;

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
{
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

    private static readonly WireOperation PutItem = new(
        DynamoOperation.PutItem,
        static table => new PutItemRequest { TableName = table },
        PutItemResponseUnmarshaller.Instance,
        PutItemEndpointDiscoveryMarshaller.Instance);

    private static readonly WireOperation UpdateItem = new(
        DynamoOperation.UpdateItem,
        static table => new UpdateItemRequest { TableName = table },
        UpdateItemResponseUnmarshaller.Instance,
        UpdateItemEndpointDiscoveryMarshaller.Instance);

    private static readonly WireOperation DeleteItem = new(
        DynamoOperation.DeleteItem,
        static table => new DeleteItemRequest { TableName = table },
        DeleteItemResponseUnmarshaller.Instance,
        DeleteItemEndpointDiscoveryMarshaller.Instance);

    /// <summary>The value of the <c>X-Amz-Target</c> header.</summary>
    public string Target { get; } = $"DynamoDB_20120810.{Name}";

    public static WireOperation Of(DynamoOperation operation) => operation switch
    {
        DynamoOperation.GetItem => GetItem,
        DynamoOperation.Query => Query,
        DynamoOperation.PutItem => PutItem,
        DynamoOperation.UpdateItem => UpdateItem,
        DynamoOperation.DeleteItem => DeleteItem,
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "The operation is not one that the transport can send."),
    };
}
