using System.Text.Json;

namespace DynamoGen.Tests.Serialization.Fuzzing;

/// <summary>How a mutated text ended.</summary>
internal enum Outcome
{
    /// <summary>It was read, and so was what the entities were written as.</summary>
    Read,

    /// <summary>It was read, but an entity in it cannot be written, as one with an empty set in a list.</summary>
    ReadButUnwritable,

    /// <summary>An <see cref="DynamoGen.ItemFormatException"/>.</summary>
    ItemFormat,

    /// <summary>An <see cref="DynamoGen.UnknownVersionException"/>.</summary>
    UnknownVersion,
}

/// <summary>One mutated text, made from nothing but its number.</summary>
internal sealed class FuzzCase
{
    /// <summary>What reading may allocate: a fixed part, for the room that a response's Count asks for, and a multiple of the text.</summary>
    private const long FixedAllocation = 4_000_000;
    private const long AllocationPerByte = 2_000;

    private readonly CorpusEntry _entry;

    public FuzzCase(long number)
    {
        var random = new Random(unchecked((int)(number * 0x9E3779B1L)));
        _entry = Corpus.All[(int)(number % Corpus.All.Count)];
        Json = Mutation.Of(_entry, random);
    }

    public byte[] Json { get; }

    public string Target => _entry.Target.Name;

    /// <summary>Reads the text. Whatever is thrown is a failure.</summary>
    public Outcome Run()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var entities = _entry.Target.Read(Json);
            Allocated(before);
            IsJson();
            return entities.All(IsReadAgain) ? Outcome.Read : Outcome.ReadButUnwritable;
        }
        catch (ItemFormatException)
        {
            Allocated(before);
            return Outcome.ItemFormat;
        }
        catch (UnknownVersionException)
        {
            return Outcome.UnknownVersion;
        }
    }

    private void Allocated(long before)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < FixedAllocation + (Json.Length * AllocationPerByte), $"{allocated} bytes were allocated to read {Json.Length}.");
    }

    /// <summary>What is read is JSON, in the eyes of another reader.</summary>
    private void IsJson()
    {
        var reader = new Utf8JsonReader(Json, new JsonReaderOptions { MaxDepth = 1000 });
        while (reader.Read())
        {
        }
    }

    /// <summary>What an entity is written as reads as the same entity, and says what the text said.</summary>
    private bool IsReadAgain(object entity)
    {
        byte[] written;
        try
        {
            written = _entry.Target.Write(entity);
        }
        catch (Exception unstorable) when (unstorable is ItemValueException or KeyException)
        {
            return false;
        }

        Assert.Equal(written, _entry.Target.Write(ReadAgain(written)));
        _entry.Target.Compare(Json, written);
        return true;
    }

    private object ReadAgain(byte[] written)
    {
        try
        {
            return _entry.Target.ReadItem(written);
        }
        catch (DynamoGenException lost)
        {
            throw new InvalidOperationException("What was written cannot be read.", lost);
        }
    }
}
