using System.Net;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using static DynamoGen.Tests.Transport.CannedTransport;

namespace DynamoGen.Tests.Transport;

/// <summary>What error responses become; of every transport the same.</summary>
public abstract class ErrorResponseTests : ConnectedTests
{
    [Fact]
    public async Task Throws_the_typed_exception_of_a_failed_condition_with_its_item()
    {
        await using var server = new CannedServer(
            CannedResponse.Error(400, "ConditionalCheckFailedException", ""","Item":{"pk":{"S":"A"},"n":{"N":"5"}}"""));
        var transport = Connect(server);

        var exception = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => SendAsync(transport, DynamoOperation.DeleteItem));

        Assert.Equal("5", exception.Item["n"].N);
        Assert.Equal("The message.", exception.Message);
        Assert.Equal("REQUEST-1", exception.RequestId);
        Assert.Equal(HttpStatusCode.BadRequest, exception.StatusCode);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("ProvisionedThroughputExceededException")]
    [InlineData("ThrottlingException")]
    [InlineData("RequestLimitExceeded")]
    public async Task Retries_throttling_and_then_succeeds(string code)
    {
        await using var server = new CannedServer(CannedResponse.Error(400, code), CannedResponse.Ok("{}"));
        var transport = Connect(server);

        Assert.Equal("{}"u8.ToArray(), await SendAsync(transport));

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Retries_a_server_error_and_then_throws_it()
    {
        var error = CannedResponse.Error(500, "InternalServerError");
        await using var server = new CannedServer(error, error);
        var transport = Connect(server);

        await Assert.ThrowsAsync<InternalServerErrorException>(() => SendAsync(transport));

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Throws_an_error_that_the_SDK_has_no_type_for_with_its_code()
    {
        await using var server = new CannedServer(CannedResponse.Error(400, "SomethingNewException"));
        var transport = Connect(server);

        var exception = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => SendAsync(transport));

        Assert.Equal("SomethingNewException", exception.ErrorCode);
    }

    [Theory]
    [InlineData(400, "ValidationException")]
    [InlineData(400, "ResourceNotFoundException")]
    [InlineData(400, "ItemCollectionSizeLimitExceededException")]
    [InlineData(400, "TransactionConflictException")]
    [InlineData(400, "TransactionInProgressException")]
    [InlineData(400, "IdempotentParameterMismatchException")]
    [InlineData(400, "ReplicatedWriteConflictException")]
    [InlineData(400, "AccessDeniedException")]
    [InlineData(400, "SomethingNewException")]
    [InlineData(500, "InternalServerError")]
    [InlineData(503, "ServiceUnavailable")]
    public async Task An_error_is_what_the_SDK_makes_of_it(int status, string code)
    {
        var error = CannedResponse.Error(status, code);
        await using var server = new CannedServer(error, error, error, error, error, error, error, error, error, error);
        var transport = Connect(server);
        await using var other = new CannedServer(error, error, error, error, error, error, error, error, error, error);
        using var client = new AmazonDynamoDBClient(
            "key", "secret", new AmazonDynamoDBConfig { ServiceURL = other.Url, AuthenticationRegion = "eu-west-1", MaxErrorRetry = 1 });

        var own = await Assert.ThrowsAnyAsync<AmazonDynamoDBException>(() => SendAsync(
            transport, DynamoOperation.TransactWriteItems, body: """{"TransactItems":[]}"""));
        var known = await Assert.ThrowsAnyAsync<AmazonDynamoDBException>(() =>
            client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [] }));

        // The SDK has a type for some errors only where an operation is documented to give them.
        Assert.IsAssignableFrom(known.GetType(), own);
        Assert.Equal(
            (known.ErrorCode, known.ErrorType, known.Message, known.RequestId, known.StatusCode),
            (own.ErrorCode, own.ErrorType, own.Message, own.RequestId, own.StatusCode));
        Assert.Equal(known.InnerException?.GetType(), own.InnerException?.GetType());
    }
}
