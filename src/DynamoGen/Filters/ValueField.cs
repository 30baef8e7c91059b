using System.ComponentModel;
using DynamoGen.Serialization;

namespace DynamoGen.Filters;

/// <summary>What a filter can ask of a property that holds one value: whether it is the same.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <typeparam name="T">The property's type.</typeparam>
/// <typeparam name="TCodec">Writes it.</typeparam>
public class ValueField<TEntity, T, TCodec> : Field<TEntity>
    where TEntity : class
    where TCodec : struct, IValueCodec<T>
{
    // DynamoDB takes 100; one more tells that there are too many, however many follow.
    private const int Most = 101;

    /// <summary>Creates the field of a property.</summary>
    /// <param name="path">Where it is stored.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ValueField(FieldPath path)
        : base(path)
    {
    }

    /// <summary>What is tested.</summary>
    private protected virtual string Tested => "$";

    /// <summary>Items that have the value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public static ItemFilter<TEntity> operator ==(ValueField<TEntity, T, TCodec> field, T value)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.OrAbsent(field.Compared("=", value), IsDefault(value));
    }

    /// <summary>Items that do not have the value, for they have another one or none.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public static ItemFilter<TEntity> operator !=(ValueField<TEntity, T, TCodec> field, T value)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.AndStored(field.Compared("<>", value, holdsOfAbsent: true), !IsDefault(value));
    }

    /// <summary>Items that have one of some values; none where there are no values.</summary>
    /// <param name="values">The values, 100 at most.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ItemValueException">A value cannot be stored.</exception>
    public ItemFilter<TEntity> In(params IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var given = values.Take(Most).ToArray();
        return given.Length == 0
            ? Nothing
            : OrAbsent(
                Test($"{Tested} IN ({string.Join(", ", Enumerable.Repeat('?', given.Length))})", values: Array.ConvertAll(given, Written)),
                given.Any(IsDefault));
    }

    /// <summary>Fields are compared with values; two of them are equal where they are the same object.</summary>
    /// <param name="obj">Another object.</param>
    /// <returns>Whether it is this one.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => base.GetHashCode();

    private protected ItemFilter<TEntity> Compared(string sign, T value, bool holdsOfAbsent = false) =>
        Test($"{Tested} {sign} ?", holdsOfAbsent, Written(value));

    private protected byte[] Written(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Stored<T, TCodec>(value);
    }

    private static bool IsDefault(T value) => value is string text ? text.Length == 0 : EqualityComparer<T>.Default.Equals(value, default);
}
