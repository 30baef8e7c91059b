namespace DynamoGen;

/// <summary>
/// Marks a type as the fields of an entity, by which a call puts a filter together. The generated half has a property for each stored property, whose
/// operators and methods make an <see cref="ItemFilter{TEntity}"/>, and <c>Where</c>, which takes one from a lambda.
/// </summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <remarks>
/// An access pattern that takes it, <c>IAsyncEnumerable&lt;Order&gt; Search(string customerId, ItemFilter&lt;Order&gt;? filter)</c>, is called by
/// <c>orders.Search(id, OrderFields.Where(f => f.Freight > 10 &amp;&amp; f.Tags.Contains("x")))</c>. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html">operators and functions</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FieldsAttribute<TEntity> : Attribute
    where TEntity : class;
