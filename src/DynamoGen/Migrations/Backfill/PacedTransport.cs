using DynamoGen.Refusals;
using DynamoGen.Responses;
using DynamoGen.Serialization;
using DynamoGen.Transport;

namespace DynamoGen.Migrations.Backfill;

/// <summary>Sends the writes of a backfill at its pace.</summary>
/// <param name="transport">Carries the requests.</param>
/// <param name="pace">The pace.</param>
/// <param name="ask">Throws where nothing may be sent any more: whatever has waited must ask.</param>
internal sealed class PacedTransport(ITransport transport, CapacityPace pace, Action ask) : ITransport
{
    public async ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken)
    {
        await pace.WaitAsync(cancellationToken).ConfigureAwait(false);
        ask();
        try
        {
            var response = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
            Charge(response.Body.Span);
            return response;
        }
        catch (Amazon.DynamoDBv2.AmazonDynamoDBException refusal) when (Throttling.Is(refusal))
        {
            pace.Throttled();
            throw;
        }
    }

    private void Charge(ReadOnlySpan<byte> response)
    {
        var reader = new WireReader(response);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("ConsumedCapacity"u8))
            {
                pace.Charge(ConsumedCapacity.ReadAll(ref reader).Units);
            }
            else if (name.SequenceEqual("UnprocessedItems"u8))
            {
                if (reader.ReadRawJson().Length > 2)
                {
                    pace.Throttled();
                }
            }
            else
            {
                reader.SkipJson();
            }
        }
    }
}
