using System.Collections.Concurrent;

namespace DynamoGen.Serialization;

/// <summary>
/// What readers learned of the order of attributes, for those that read other items of the same entities one by one. Readers at once may mix what they
/// learn: a guess that is wrong costs one comparison and is never believed.
/// </summary>
internal sealed class LearnedOrders
{
    private readonly ConcurrentDictionary<Type, Learned> _byMarshaller = new();

    /// <summary>Gives a reader what was learned of an entity.</summary>
    public void Restore<TMarshaller>(ref WireReader reader)
    {
        if (_byMarshaller.TryGetValue(typeof(TMarshaller), out var learned))
        {
            reader.Restore(learned.Predicted, learned.Seen);
        }
    }

    /// <summary>Takes from a reader what it learned of an entity.</summary>
    public void Keep<TMarshaller>(in WireReader reader)
    {
        if (!reader.HasLearned)
        {
            return;
        }

        var learned = _byMarshaller.TryGetValue(typeof(TMarshaller), out var known) ? known : _byMarshaller.GetOrAdd(typeof(TMarshaller), new Learned());
        reader.Keep(out learned.Predicted, out learned.Seen);
    }

    private sealed class Learned
    {
        public AttributeOrder Predicted;
        public AttributeOrder Seen;
    }
}
