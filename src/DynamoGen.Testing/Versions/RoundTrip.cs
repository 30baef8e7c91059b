using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Testing;

/// <summary>Tries entities one after the other: each goes some way and comes back, and is compared with what it was.</summary>
internal sealed class RoundTrip<TEntity>(RoundTripOptions options, Func<Random, TEntity> draw)
    where TEntity : class
{
    /// <summary>How many entities are drawn for one that can be stored.</summary>
    private const int MaxDraws = 50;

    private readonly int _seed = options.Seed ?? Random.Shared.Next();

    /// <param name="write">Writes what is compared.</param>
    /// <param name="read">Reads what was written so.</param>
    /// <param name="way">The way there and back.</param>
    public void Run(
        Func<TEntity, Dictionary<string, AttributeValue>> write,
        Func<IReadOnlyDictionary<string, AttributeValue>, TEntity> read,
        Func<TEntity, TEntity> way)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Cases, 1);
        for (var number = 0; number < options.Cases; number++)
        {
            var before = Stored(number, write, read);
            Dictionary<string, AttributeValue> after;
            try
            {
                after = write(way(read(before)));
            }
            catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
            {
                throw new RoundTripException(
                    $"{Place(number)} does not come back: {exception.GetType().Name}.", _seed, number, [], exception);
            }

            Compare(number, before, after);
        }
    }

    private void Compare(int number, Dictionary<string, AttributeValue> before, Dictionary<string, AttributeValue> after)
    {
        var attributes = before.Keys.Union(after.Keys).Where(name => CanonicalValue.Of(before, name) != CanonicalValue.Of(after, name))
            .Order(StringComparer.Ordinal).ToArray();
        if (attributes.Length > 0)
        {
            var shown = attributes.Select(name => options.ShowsValues
                ? $"{name} (was {CanonicalValue.Of(before, name) ?? "absent"}, is {CanonicalValue.Of(after, name) ?? "absent"})"
                : name);
            throw new RoundTripException($"{Place(number)} comes back with other attributes: {string.Join(", ", shown)}.", _seed, number, attributes);
        }
    }

    /// <summary>An entity that can be stored, as it is stored; it is drawn anew where a key is empty, or a number too large.</summary>
    private Dictionary<string, AttributeValue> Stored(
        int number, Func<TEntity, Dictionary<string, AttributeValue>> write, Func<IReadOnlyDictionary<string, AttributeValue>, TEntity> read)
    {
        Exception? last = null;
        for (var attempt = 0; attempt < MaxDraws; attempt++)
        {
            var entity = draw(new Random(HashOf(number, attempt)));
            try
            {
                return write(read(write(entity)));
            }
            catch (DynamoGenException unstorable)
            {
                last = unstorable;
            }
        }

        throw new InvalidOperationException(
            $"None of {MaxDraws} drawn entities '{typeof(TEntity).Name}' can be stored (seed {_seed}, case {number}); draw them by a function of your own.",
            last);
    }

    private string Place(int number) => $"An entity '{typeof(TEntity).Name}' (seed {_seed}, case {number})";

    /// <summary>Each case has numbers of its own, so that it is the same alone.</summary>
    private int HashOf(int number, int attempt) => (int)(SeededDraw.Of(_seed, number, typeof(TEntity).Name, attempt) * int.MaxValue);
}
