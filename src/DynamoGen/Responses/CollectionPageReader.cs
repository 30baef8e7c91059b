using DynamoGen.Serialization;

namespace DynamoGen.Responses;

/// <summary>Reads a page whose items are of the several entities of one item collection; items of other entities are stepped over.</summary>
internal struct CollectionPageReader<TCollection, TAssembler>(TAssembler assembler) : IPageReader
    where TCollection : class
    where TAssembler : struct, IItemCollectionAssembler<TCollection>
{
    private TAssembler _assembler = assembler;

    public int Taken { get; private set; }

    /// <exception cref="ItemFormatException">An item is missing, or the collection's own code refuses one.</exception>
    public readonly TCollection? Build()
    {
        try
        {
            return Taken == 0 ? null : _assembler.Build();
        }
        catch (Exception cause) when (cause is not DynamoGenException && ForeignCode.Refuses(cause))
        {
            var found = $"items that it refuses with {cause.GetType().Name}";
            throw new ItemFormatException(typeof(TCollection).Name, null, "what the application's code takes", found, cause);
        }
    }

    public readonly void Expect(int count)
    {
        // The assembler's lists grow with what they take; the count says nothing of each.
    }

    public void ReadItem(ref WireReader reader)
    {
        if (_assembler.Add(TAssembler.EntityOf(reader), ref reader))
        {
            Taken++;
        }
        else
        {
            reader.SkipJson();
        }
    }
}
