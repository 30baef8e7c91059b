using System.Runtime.CompilerServices;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Repositories;

/// <summary>Which item a write returns.</summary>
public enum ReturnedValues
{
    /// <summary>The one before.</summary>
    Old,

    /// <summary>The one after.</summary>
    New,
}

public sealed partial class RepositoryContext
{
    /// <summary>Writes.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WriteAsync<TRequest>(AccessPattern pattern, TRequest request, CancellationToken cancellationToken)
        where TRequest : struct, IWriteRequest
    {
        using var response = await Send(pattern, request, ""u8.ToArray(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes.</summary>
    public async ValueTask<bool> TryWriteAsync<TRequest>(AccessPattern pattern, TRequest request, CancellationToken cancellationToken)
        where TRequest : struct, IWriteRequest
    {
        try
        {
            await WriteAsync(pattern, request, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Amazon.DynamoDBv2.Model.ConditionalCheckFailedException)
        {
            return false;
        }
    }

    /// <summary>Writes.</summary>
    public async ValueTask<TEntity?> WriteReturningAsync<TEntity, TMarshaller, TRequest>(AccessPattern pattern, TRequest request, ReturnedValues values, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TRequest : struct, IWriteRequest
    {
        using var response = await Send(pattern, request, values == ReturnedValues.Old ? ",\"ReturnValues\":\"ALL_OLD\""u8.ToArray() : ",\"ReturnValues\":\"ALL_NEW\""u8.ToArray(), cancellationToken).ConfigureAwait(false);
        return Read(response.Body.Span);

        static TEntity? Read(ReadOnlySpan<byte> body)
        {
            var reader = new WireReader(body);
            reader.BeginObject();
            while (reader.NextMember(out var name))
            {
                if (name.SequenceEqual("Attributes"u8))
                {
                    return TMarshaller.Read(ref reader);
                }

                reader.SkipJson();
            }

            return null;
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Transport.TransportResponse> Send<TRequest>(AccessPattern pattern, TRequest request, byte[] more, CancellationToken cancellationToken)
        where TRequest : struct, IWriteRequest
    {
        var tableName = TableName(pattern.Table);
        using var call = telemetry.Start(pattern, tableName);
        try
        {
            using var writer = BeginRequest(tableName);
            request.Write(writer);
            writer.Raw(more);
            writer.Raw("}"u8);
            var response = await SendAsync(call, pattern, tableName, writer, cancellationToken).ConfigureAwait(false);
            call.Received(1, ItemResponse.ReadCapacity(response.Body.Span));
            return response;
        }
        catch (Exception exception)
        {
            call.Failed(exception);
            throw;
        }
    }
}
