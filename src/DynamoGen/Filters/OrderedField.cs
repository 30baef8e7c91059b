using System.ComponentModel;
using DynamoGen.Serialization;

namespace DynamoGen.Filters;

/// <summary>What a filter can ask of a property whose values DynamoDB orders as C# does. What is null is in no order.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <typeparam name="T">The property's type.</typeparam>
/// <typeparam name="TCodec">Writes it.</typeparam>
public class OrderedField<TEntity, T, TCodec> : ValueField<TEntity, T, TCodec>
    where TEntity : class
    where TCodec : struct, IValueCodec<T>
{
    private readonly bool _isSize;

    /// <summary>Creates the field of a property.</summary>
    /// <param name="path">Where it is stored.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public OrderedField(FieldPath path)
        : this(path, isSize: false)
    {
    }

    internal OrderedField(FieldPath path, bool isSize)
        : base(path) => _isSize = isSize;

    private protected override string Tested => _isSize ? "size($)" : "$";

    /// <summary>Items whose value is smaller.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public static ItemFilter<TEntity> operator <(OrderedField<TEntity, T, TCodec> field, T value) => Of(field, "<", value, sign => sign < 0);

    /// <summary>Items whose value is smaller or the same.</summary>
    /// <inheritdoc cref="operator &lt;(OrderedField{TEntity, T, TCodec}, T)"/>
    public static ItemFilter<TEntity> operator <=(OrderedField<TEntity, T, TCodec> field, T value) => Of(field, "<=", value, sign => sign <= 0);

    /// <summary>Items whose value is greater.</summary>
    /// <inheritdoc cref="operator &lt;(OrderedField{TEntity, T, TCodec}, T)"/>
    public static ItemFilter<TEntity> operator >(OrderedField<TEntity, T, TCodec> field, T value) => Of(field, ">", value, sign => sign > 0);

    /// <summary>Items whose value is greater or the same.</summary>
    /// <inheritdoc cref="operator &lt;(OrderedField{TEntity, T, TCodec}, T)"/>
    public static ItemFilter<TEntity> operator >=(OrderedField<TEntity, T, TCodec> field, T value) => Of(field, ">=", value, sign => sign >= 0);

    /// <summary>Items whose value lies between two, both of them included; none where the first is the greater one.</summary>
    /// <param name="low">The smallest value.</param>
    /// <param name="high">The greatest value.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ItemValueException">A value cannot be stored.</exception>
    public ItemFilter<TEntity> Between(T low, T high) => this >= low & this <= high;

    private static ItemFilter<TEntity> Of(OrderedField<TEntity, T, TCodec> field, string sign, T value, Func<int, bool> holds)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.OrAbsent(field.Compared(sign, value), field.MayMeanDefault && holds(CompareDefault(value)));
    }

    private static int CompareDefault(T value) => value is string text ? -text.Length : Comparer<T>.Default.Compare(default, value);
}
