using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Regions;
using DynamoGen.Requests;
using DynamoGen.Responses;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transport;

namespace DynamoGen.Calls;

/// <summary>Writes single items.</summary>
internal sealed class ItemWrites(RequestSender sender, TimeProvider timeProvider, StaleWrites stale)
{
    /// <summary>Writes one item (PutItem, UpdateItem or DeleteItem, as the access pattern says), if its condition holds.</summary>
    /// <typeparam name="TRequest">The access pattern's parameters.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="request">Its parameters; an item is at most 400 KB as DynamoDB counts.</param>
    /// <param name="cancellationToken">Ends the call; the write may then have been applied or not.</param>
    /// <exception cref="ConditionFailedException">The condition does not hold; the exception has the stored item.</exception>
    /// <exception cref="WrongRegionException">Another region has taken over the writes, and has written the item.</exception>
    /// <exception cref="OutcomeUnknownException">An answer was lost, and nothing shows whether the write was applied.</exception>
    /// <exception cref="ConflictException">A transaction is at work on the item.</exception>
    /// <exception cref="ThrottledException">DynamoDB throttled the request.</exception>
    /// <exception cref="ItemTooLargeException">The item is larger than 400 KB; nothing was sent.</exception>
    /// <exception cref="DynamoGenException">A value cannot be stored, or a key cannot be built; nothing was sent.</exception>
    /// <exception cref="Amazon.DynamoDBv2.AmazonDynamoDBException">The service refused the request for another reason.</exception>
    /// <remarks>
    /// A write whose answer is lost is sent again, unless it would count twice. Where a condition then fails by what the first attempt wrote, the mark of the
    /// stored item proves it, and the write has succeeded.
    /// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithItems.html">working with items</see>.
    /// </remarks>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WriteAsync<TRequest>(AccessPattern pattern, TRequest request, CancellationToken cancellationToken)
        where TRequest : struct, IWriteRequest
    {
        var tableName = sender.TableName(pattern.Table);
        using var call = sender.Start(pattern, tableName);
        var mark = TRequest.IsMarked ? WriteMark.New() : 0;
        try
        {
            using var writer = BeginWrite(tableName, request, mark, returnsItemIfConditionFails: true);
            writer.Raw("}"u8);
            using var response = await sender.SendAsync(
                call, pattern, tableName, writer, items: 1, cancellationToken, isRepeatable: TRequest.IsRepeatable).ConfigureAwait(false);
            call.Received(response, Written(pattern), SingleItemResponse.ReadCapacity(response.Body.Span));
        }
        catch (ConditionalCheckFailedException failed) when (WriteMark.IsOn(failed.Item, mark))
        {
            call.Received(Written(pattern), capacityUnits: 0);
        }
        catch (Exception exception)
        {
            Tell(request, exception);
            call.Failed(exception);
            LostAnswer.Tell(pattern, exception);
            Refuse(pattern, exception);
            throw;
        }
    }

    /// <summary>
    /// Writes one item, if its condition holds. When it does not, no exception is thrown, and the stored item is asked for only by its mark or epoch.
    /// </summary>
    /// <returns>False when the condition does not hold, and nothing was written.</returns>
    /// <inheritdoc cref="WriteAsync"/>
    /// <exception cref="OutcomeUnknownException">An answer was lost, and nothing shows whether the write was applied.</exception>
    /// <exception cref="ConflictException">A transaction is at work on the item.</exception>
    /// <exception cref="ThrottledException">DynamoDB throttled the request.</exception>
    /// <exception cref="ItemTooLargeException">The item is larger than 400 KB; nothing was sent.</exception>
    /// <exception cref="DynamoGenException">A value cannot be stored, or a key cannot be built; nothing was sent.</exception>
    /// <exception cref="Amazon.DynamoDBv2.AmazonDynamoDBException">The service refused the request for another reason.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> TryWriteAsync<TRequest>(AccessPattern pattern, TRequest request, CancellationToken cancellationToken)
        where TRequest : struct, IWriteRequest
    {
        var tableName = sender.TableName(pattern.Table);
        using var call = sender.Start(pattern, tableName);
        var mark = TRequest.IsMarked ? WriteMark.New() : 0;
        try
        {
            using var writer = BeginWrite(tableName, request, mark, returnsItemIfConditionFails: ReturnsItem<TRequest>());
            writer.Raw("}"u8);
            using var response = await sender.SendAsync(
                call,
                pattern,
                tableName,
                writer,
                items: ReturnsItem<TRequest>() ? 1 : 0,
                cancellationToken,
                mapsConditionFailure: false,
                TRequest.IsRepeatable).ConfigureAwait(false);
            call.Received(response, Written(pattern), SingleItemResponse.ReadCapacity(response.Body.Span));
            return true;
        }
        catch (ConditionalCheckFailedException failed) when (WriteMark.IsOn(failed.Item, mark))
        {
            call.Received(Written(pattern), capacityUnits: 0);
            return true;
        }
        catch (ConditionalCheckFailedException failed) when (!LostAnswer.IsBehind(pattern, failed))
        {
            call.Failed(failed);
            return FailedCondition.IsStale(request, failed.Item) ? throw RefusalOf(pattern, failed) : false;
        }
        catch (Exception exception)
        {
            call.Failed(exception);
            LostAnswer.Tell(pattern, exception);
            throw;
        }
    }

    /// <summary>Writes one item, if its condition holds, and returns it as it was before or is after the write.</summary>
    /// <typeparam name="TItem">What the item is read as: the entity, or a projection of it.</typeparam>
    /// <typeparam name="TItemReader">Reads it.</typeparam>
    /// <typeparam name="TRequest">The access pattern's parameters.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="request">Its parameters; an item is at most 400 KB as DynamoDB counts.</param>
    /// <param name="returned">Which state of the item is returned.</param>
    /// <param name="cancellationToken">Ends the call; the write may then have been applied or not.</param>
    /// <returns>The item, or null when there was none before the write.</returns>
    /// <exception cref="ArgumentException">The new state is asked of another operation than UpdateItem.</exception>
    /// <exception cref="ConditionFailedException">The condition does not hold; the exception has the stored item.</exception>
    /// <exception cref="OutcomeUnknownException">An answer was lost, and nothing shows whether the write was applied.</exception>
    /// <exception cref="ConflictException">A transaction is at work on the item.</exception>
    /// <exception cref="ThrottledException">DynamoDB throttled the request.</exception>
    /// <exception cref="DynamoGenException">
    /// A value cannot be stored, a key cannot be built, or the returned item cannot be read (it is written nevertheless).
    /// </exception>
    /// <exception cref="Amazon.DynamoDBv2.AmazonDynamoDBException">The service refused the request for another reason.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TItem?> WriteReturningAsync<TItem, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        ReturnedValues returned,
        CancellationToken cancellationToken)
        where TItem : class
        where TItemReader : struct, IItemReader<TItem>
        where TRequest : struct, IWriteRequest
    {
        if (returned == ReturnedValues.New && pattern.Operation != DynamoOperation.UpdateItem)
        {
            throw new ArgumentException($"{pattern.Name} is a {pattern.Operation}; only an UpdateItem returns the new state of its item.", nameof(returned));
        }

        var tableName = sender.TableName(pattern.Table);
        using var call = sender.Start(pattern, tableName);
        var mark = TRequest.IsMarked ? WriteMark.New() : 0;
        try
        {
            using var writer = BeginWrite(tableName, request, mark, returnsItemIfConditionFails: true);
            writer.Raw(returned == ReturnedValues.New ? ",\"ReturnValues\":\"ALL_NEW\"}"u8 : ",\"ReturnValues\":\"ALL_OLD\"}"u8);
            using var response = await sender.SendAsync(
                call, pattern, tableName, writer, items: 1, cancellationToken, isRepeatable: TRequest.IsRepeatable).ConfigureAwait(false);
            var (item, capacity) = SingleItemResponse.ReadReturned<TItem, TItemReader>(response.Body.Span);
            call.Received(response, Written(pattern), capacity);
            return response.MayHaveBeenApplied && returned == ReturnedValues.Old && IsOwn(pattern, response.Body.Span, item is null, mark)
                ? throw new OutcomeUnknownException(pattern.Name, wasApplied: true)
                : item;
        }
        catch (ConditionalCheckFailedException failed) when (WriteMark.IsOn(failed.Item, mark))
        {
            call.Received(Written(pattern), capacityUnits: 0);
            return returned == ReturnedValues.New
                ? AttributeMap.Read<TItem, TItemReader>(failed.Item)
                : throw new OutcomeUnknownException(pattern.Name, wasApplied: true, failed);
        }
        catch (Exception exception)
        {
            Tell(request, exception);
            call.Failed(exception);
            LostAnswer.Tell(pattern, exception);
            Refuse(pattern, exception);
            throw;
        }
    }

    /// <summary>Lets the failure of a condition say why it does not hold. It is no part of each write's own code.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Tell<TRequest>(TRequest request, Exception exception)
        where TRequest : struct, IWriteRequest
    {
        if (exception is ConditionFailedException failed)
        {
            failed.Reason = FailedCondition.ReasonOf(request, failed.Item, timeProvider.GetUtcNow());
        }
    }

    /// <summary>Whether the stored item is asked for, to know by it a write of its own or one of a newer epoch.</summary>
    private static bool ReturnsItem<TRequest>()
        where TRequest : struct, IWriteRequest => TRequest.IsMarked || TRequest.Demands.Epoch is not null;

    /// <exception cref="WrongRegionException">The failure is by an item of a newer epoch.</exception>
    private void Refuse(AccessPattern pattern, Exception exception)
    {
        if (exception is ConditionFailedException { Reason: ConditionFailureReason.StaleWriter, Item: { } item }
            && stale.RefusalOf(pattern.Table, item, exception) is { } refusal)
        {
            throw refusal;
        }
    }

    private Exception RefusalOf(AccessPattern pattern, ConditionalCheckFailedException failed) =>
        (Exception?)stale.RefusalOf(pattern.Table, failed.Item, failed)
        ?? new ConditionFailedException(pattern.Name, failed) { Reason = ConditionFailureReason.StaleWriter };

    /// <summary>
    /// Whether the state before a write may be what its own first attempt left, whose answer was lost: an item with its mark, or none after a delete.
    /// </summary>
    private static bool IsOwn(AccessPattern pattern, ReadOnlySpan<byte> response, bool isAbsent, long mark) => pattern.Operation == DynamoOperation.DeleteItem
        ? isAbsent
        : mark == 0 || WriteMark.IsIn(response, mark);

    private WireWriter BeginWrite<TRequest>(string tableName, TRequest request, long mark, bool returnsItemIfConditionFails)
        where TRequest : struct, IWriteRequest
    {
        var writer = sender.Begin(tableName, mark);
        try
        {
            var start = writer.Written.Length;
            RequestValues.Write(writer, request);
            if (returnsItemIfConditionFails)
            {
                ConditionFailure.ReturnItem(writer, start);
            }

            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    private static int Written(AccessPattern pattern) => pattern.Operation == DynamoOperation.DeleteItem ? 0 : 1;
}
