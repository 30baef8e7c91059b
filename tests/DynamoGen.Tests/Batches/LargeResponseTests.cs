using DynamoGen.Schema;
using DynamoGen.Tests.Transport;
using DynamoGen.Transport;

namespace DynamoGen.Tests.Batches;

public sealed class LargeResponseTests
{
    /// <summary>More than any page can take.</summary>
    private static readonly byte[] Body = new byte[ResponseBody.Limit + 1];

    [Theory]
    [InlineData(DynamoOperation.BatchGetItem)]
    [InlineData(DynamoOperation.BatchWriteItem)]
    [InlineData(DynamoOperation.TransactGetItems)]
    [InlineData(DynamoOperation.TransactWriteItems)]
    public async Task What_a_batch_or_transaction_can_answer_is_accepted_though_no_page_is_as_long(DynamoOperation operation)
    {
        await using var server = new CannedServer(CannedResponse.Ok(Body));
        using var transport = CannedTransport.Connect(server);

        Assert.Equal(Body.Length, (await CannedTransport.SendAsync(transport, operation)).Length);
    }

    [Theory]
    [InlineData(DynamoOperation.UpdateItem)]
    [InlineData(DynamoOperation.DeleteItem)]
    public async Task A_single_write_answers_no_more_than_a_page(DynamoOperation operation)
    {
        await using var server = new CannedServer(CannedResponse.Ok(Body));
        using var transport = CannedTransport.Connect(server);

        var tooLarge = await Assert.ThrowsAsync<ResponseTooLargeException>(() => CannedTransport.SendAsync(transport, operation));
        Assert.Equal(ResponseBody.Limit, tooLarge.Limit);
    }
}
