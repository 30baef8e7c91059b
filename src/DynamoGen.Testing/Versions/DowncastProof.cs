using DynamoGen.Serialization;

namespace DynamoGen.Testing;

/// <summary>
/// Proves by samples that an entity's downcasters and upcasters are inverse: what is written as the version of <see cref="EntityAttribute{TTable}.WriteAs"/> is
/// read as what it was.
/// </summary>
public static class DowncastProof
{
    /// <summary>
    /// Draws entities, writes each in the older form, reads it back through the upcasters, and compares both in the current form: numbers by value, sets and
    /// maps in any order.
    /// </summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller, which writes the older form.</typeparam>
    /// <typeparam name="TCurrent">What writes the current form: <c>Marshaller.Current</c>.</typeparam>
    /// <param name="options">How much is tried; null for the defaults.</param>
    /// <param name="draw">
    /// Draws an entity, where not every value of its types is one. Default: values of all kinds for all properties, the empty, the largest and the null ones.
    /// </param>
    /// <exception cref="RoundTripException">An entity is another one once it is read.</exception>
    /// <exception cref="InvalidOperationException">No entity can be drawn, or hardly one can be stored.</exception>
    public static void Run<TEntity, TMarshaller, TCurrent>(RoundTripOptions? options = null, Func<Random, TEntity>? draw = null)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TCurrent : struct, IItemMarshaller<TEntity> =>
        new RoundTrip<TEntity>(options ?? new RoundTripOptions(), draw ?? EntitySampler.Draw<TEntity>).Run(
            AttributeMap.From<TEntity, TCurrent>,
            AttributeMap.Read<TEntity, TCurrent>,
            static entity => AttributeMap.Read<TEntity, TMarshaller>(AttributeMap.From<TEntity, TMarshaller>(entity)));
}
