using Amazon.DynamoDBv2.Model;
using DynamoGen.ItemKeys;
using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transport;

namespace DynamoGen.Calls;

/// <summary>
/// Brings one stored item into the form that is written: an UpdateItem that sets what that version stores otherwise and removes what it does not have, if the
/// item still is what was read. Attributes that the entity does not know stay as they are.
/// </summary>
/// <param name="sender">Sends the requests.</param>
/// <param name="region">The region that is written in, where it is known.</param>
internal sealed class ItemUpgrades(RequestSender sender, Func<string?> region)
{
    /// <summary>DynamoDB allows 300 operators in an expression, and 4 KB, of which that an attribute is absent takes twice as much as what it is.</summary>
    private const int MaxConditions = 250;

    /// <summary>Brings an item up to date, unless it has changed since it was read; then nothing is written.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <typeparam name="TRequest">The parameters of the update that met it.</typeparam>
    /// <param name="pattern">The access pattern of the update.</param>
    /// <param name="request">Its parameters.</param>
    /// <param name="item">The item as it is stored.</param>
    /// <param name="cancellationToken">Ends the call; the item may then be up to date or not.</param>
    /// <exception cref="ItemFormatException">The item cannot be read.</exception>
    /// <exception cref="OutdatedItemException">The item has more attributes than one condition can compare.</exception>
    public ValueTask UpgradeAsync<TEntity, TMarshaller, TRequest>(
        AccessPattern pattern,
        TRequest request,
        IReadOnlyDictionary<string, AttributeValue> item,
        CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TRequest : struct, IWriteRequest
    {
        var current = AttributeMap.From<TEntity, TMarshaller>(AttributeMap.Read<TEntity, TMarshaller>(item));
        if (TRequest.RegionAttribute is { } stamp && region() is { } written)
        {
            // What it overwrites is repaired where the streams tell this write from those of the region that wrote before.
            current[stamp] = new AttributeValue(written);
        }

        var attributes = Attributes(TRequest.VersionedAttributes, item, current);
        if (Conditions(attributes, item) > MaxConditions)
        {
            var found = StoredItemVersion.Of(pattern.Table, item, TMarshaller.EntityName)!.Value;
            throw new OutdatedItemException(pattern.Name, found, WrittenVersion.Of<TRequest>());
        }

        return SendAsync(pattern, RequestValues.KeyOf(request), attributes, item, current, cancellationToken);
    }

    /// <summary>
    /// What is compared and set: also what was absent, because an older deployment may write it meanwhile, and the current version would not read it. An
    /// upcaster of whole items may give a new name to what no property stores.
    /// </summary>
    internal static string[] Attributes(
        IReadOnlyList<string> versioned, IReadOnlyDictionary<string, AttributeValue> item, Dictionary<string, AttributeValue> current) =>
        [.. versioned.Union(current.Keys.Where(name => !item.ContainsKey(name)))];

    /// <summary>How much of the condition's limit they take.</summary>
    private static int Conditions(string[] attributes, IReadOnlyDictionary<string, AttributeValue> item)
    {
        var conditions = attributes.Length;
        foreach (var name in attributes)
        {
            if (!item.ContainsKey(name))
            {
                conditions++;
            }
        }

        return conditions;
    }

    private async ValueTask SendAsync(
        AccessPattern pattern,
        byte[] key,
        string[] attributes,
        IReadOnlyDictionary<string, AttributeValue> item,
        Dictionary<string, AttributeValue> current,
        CancellationToken cancellationToken)
    {
        var upgrade = new AccessPattern($"{pattern.Name}.Upgrade", DynamoOperation.UpdateItem, pattern.Table);
        var tableName = sender.TableName(pattern.Table);
        using var call = sender.Start(upgrade, tableName);
        try
        {
            using var writer = sender.Begin(tableName);
            writer.Raw(",\"Key\":"u8);
            writer.Raw(key);
            WriteExpressions(writer, attributes, item, current);
            writer.Raw("}"u8);
            using var response = await sender.SendAsync(call, upgrade, tableName, writer, items: 0, cancellationToken, mapsConditionFailure: false)
                .ConfigureAwait(false);
            call.Received(response, 1, Responses.SingleItemResponse.ReadCapacity(response.Body.Span));
        }
        catch (ConditionalCheckFailedException changed)
        {
            call.Failed(changed);
        }
        catch (Exception exception)
        {
            call.Failed(exception);
            LostAnswer.Tell(upgrade, exception);
            throw;
        }
    }

    internal static void WriteExpressions(
        WireWriter writer,
        string[] attributes,
        IReadOnlyDictionary<string, AttributeValue> item,
        Dictionary<string, AttributeValue> current)
    {
        writer.Raw(",\"UpdateExpression\":\"SET "u8);
        writer.Text(Join(", ", attributes, current.ContainsKey, i => Print($"#{i}=:n{i}")));
        var removed = Join(", ", attributes, name => !current.ContainsKey(name), i => Print($"#{i}"));
        writer.Text(removed.Length == 0 ? string.Empty : $" REMOVE {removed}");
        writer.Raw("\",\"ConditionExpression\":\""u8);
        writer.Text(Join(" AND ", attributes, _ => true, i => item.ContainsKey(attributes[i])
            ? Print($"#{i}=:o{i}")
            : Print($"attribute_not_exists(#{i})")));
        writer.Raw("\",\"ExpressionAttributeNames\":{"u8);
        for (var i = 0; i < attributes.Length; i++)
        {
            writer.MemberName(Print($"#{i}"));
            writer.Raw("\""u8);
            writer.Text(attributes[i]);
            writer.Raw("\""u8);
        }

        writer.Raw("},\"ExpressionAttributeValues\":{"u8);
        WriteValues(writer, attributes, item, 'o');
        WriteValues(writer, attributes, current, 'n');
        writer.Raw("}"u8);
    }

    private static void WriteValues(WireWriter writer, string[] attributes, IReadOnlyDictionary<string, AttributeValue> values, char state)
    {
        for (var i = 0; i < attributes.Length; i++)
        {
            if (values.TryGetValue(attributes[i], out var value))
            {
                writer.MemberName(Print($":{state}{i}"));
                writer.AttributeValue(value);
            }
        }
    }

    private static string Join(string separator, string[] attributes, Func<string, bool> chosen, Func<int, string> print) =>
        string.Join(separator, Enumerable.Range(0, attributes.Length).Where(i => chosen(attributes[i])).Select(print));

    private static string Print(FormattableString text) => FormattableString.Invariant(text);
}
