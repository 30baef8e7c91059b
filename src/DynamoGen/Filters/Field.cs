using System.ComponentModel;
using DynamoGen.Serialization;

namespace DynamoGen.Filters;

/// <summary>What a filter can ask of a property: at the least whether anything is stored.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
public class Field<TEntity>
    where TEntity : class
{
    private readonly FieldPath _path;

    /// <summary>Creates the field of a property.</summary>
    /// <param name="path">Where it is stored.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Field(FieldPath path) => _path = path;

    /// <summary>Whether absence means the default of the type.</summary>
    private protected bool MayMeanDefault => _path.Absence == FieldAbsence.Default;

    /// <summary>Items in which the property is stored, and not as NULL.</summary>
    /// <returns>The filter.</returns>
    public ItemFilter<TEntity> Exists() => _path.Absence == FieldAbsence.StoredNull ? IsStored & !IsNull : IsStored;

    /// <summary>Items in which the property is not stored, or as NULL.</summary>
    /// <returns>The filter.</returns>
    public ItemFilter<TEntity> IsAbsent() => _path.Absence == FieldAbsence.StoredNull ? IsNotStored | IsNull : IsNotStored;

    private ItemFilter<TEntity> IsStored => Test("attribute_exists($)");

    private ItemFilter<TEntity> IsNotStored => Test("attribute_not_exists($)", holdsOfAbsent: true);

    private ItemFilter<TEntity> IsNull => Test("attribute_type($, ?)", values: "{\"S\":\"NULL\"}"u8.ToArray());

    private protected ItemFilter<TEntity> Test(string form, bool holdsOfAbsent = false, params byte[][] values) =>
        new(new TestNode(form, _path, values, holdsOfAbsent));

    /// <summary>A test that never holds of what is absent, made to hold where it does of the default for which that stands.</summary>
    private protected ItemFilter<TEntity> OrAbsent(ItemFilter<TEntity> test, bool holdsOfDefault) =>
        MayMeanDefault && holdsOfDefault ? test | IsNotStored : test;

    /// <summary>A test that holds of what is absent, made not to where it does not of the default for which that stands.</summary>
    private protected ItemFilter<TEntity> AndStored(ItemFilter<TEntity> test, bool holdsOfDefault) =>
        MayMeanDefault && !holdsOfDefault ? test & IsStored : test;

    /// <summary>No item has one of no values.</summary>
    private protected ItemFilter<TEntity> Nothing => IsStored & IsNotStored;

    private protected OrderedField<TEntity, int, Serialization.Codecs.NumberCodec<int>> SizeOf(FieldAbsence? absence = null) =>
        new(absence is { } other ? _path.Meaning(other) : _path, isSize: true);

    /// <summary>A value as the property stores it.</summary>
    /// <exception cref="ItemValueException">It cannot be stored.</exception>
    private protected byte[] Stored<T, TCodec>(T value)
        where TCodec : struct, IValueCodec<T>
    {
        using var writer = new WireWriter();
        try
        {
            TCodec.Write(writer, value);
        }
        catch (ItemValueException unstorable)
        {
            unstorable.Locate(typeof(TEntity).Name, _path.Readable);
            throw;
        }
        catch (Exception cause) when (cause is not DynamoGenException && ForeignCode.Refuses(cause))
        {
            throw WireWriter.Refused(typeof(TEntity).Name, _path.Readable, cause);
        }

        return writer.Written.ToArray();
    }
}
