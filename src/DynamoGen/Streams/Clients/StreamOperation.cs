using Amazon.Runtime;
using DynamoGen.Schema;
using DynamoGen.Transport;

namespace DynamoGen.Streams.Clients;

/// <summary>One operation of DynamoDB Streams on the wire, whose protocol is that of DynamoDB.</summary>
internal sealed record StreamOperation : HttpOperation
{
    public static readonly StreamOperation ListStreams = new("ListStreams");

    public static readonly StreamOperation DescribeStream = new("DescribeStream");

    public static readonly StreamOperation GetShardIterator = new("GetShardIterator");

    public static readonly StreamOperation GetRecords = new("GetRecords");

    private StreamOperation(string name)
        : base($"DynamoDBStreams_20120810.{name}", WireOperation.JsonContent, WireOperation.ApiVersionOfDynamoDb)
    {
    }

    /// <summary>Errors have the form of DynamoDB's; GetItem knows all of those that say more than a message.</summary>
    public override AmazonServiceException ReadError(ErrorResponse response, Exception innerException) =>
        WireOperation.Of(DynamoOperation.GetItem).ReadError(response, innerException);
}
