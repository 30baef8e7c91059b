using DynamoGen.Migrations;
using DynamoGen.Serialization;

namespace DynamoGen.Testing;

/// <summary>Proves by samples that the backward function of a migration is the inverse of its forward function.</summary>
public static class MigrationProof
{
    /// <summary>
    /// Draws old entities, migrates each, stores it as the new entity, migrates what is read back, and compares both as the old entity stores them: numbers by
    /// value, sets and maps in any order.
    /// </summary>
    /// <typeparam name="TSource">The old entity.</typeparam>
    /// <typeparam name="TSourceMarshaller">Its marshaller.</typeparam>
    /// <typeparam name="TTarget">The new entity.</typeparam>
    /// <typeparam name="TTargetMarshaller">Its marshaller.</typeparam>
    /// <param name="forward">The migration's <c>Forward</c>.</param>
    /// <param name="backward">The migration's <c>Backward</c>.</param>
    /// <param name="options">How much is tried; null for the defaults.</param>
    /// <param name="draw">Draws an old entity, where not every value of its types is one. Default: values of all kinds for all properties.</param>
    /// <exception cref="RoundTripException">An entity is another one once it is migrated back.</exception>
    /// <exception cref="InvalidOperationException">No entity can be drawn, or hardly one can be stored.</exception>
    public static void Run<TSource, TSourceMarshaller, TTarget, TTargetMarshaller>(
        Func<TSource, TTarget> forward, Func<TTarget, TSource> backward, RoundTripOptions? options = null, Func<Random, TSource>? draw = null)
        where TSource : class
        where TSourceMarshaller : struct, IItemMarshaller<TSource>
        where TTarget : class
        where TTargetMarshaller : struct, IItemMarshaller<TTarget>
    {
        ArgumentNullException.ThrowIfNull(forward);
        ArgumentNullException.ThrowIfNull(backward);
        new RoundTrip<TSource>(options ?? new RoundTripOptions(), draw ?? EntitySampler.Draw<TSource>).Run(
            AttributeMap.From<TSource, TSourceMarshaller>,
            AttributeMap.Read<TSource, TSourceMarshaller>,
            source => backward(AttributeMap.Read<TTarget, TTargetMarshaller>(AttributeMap.From<TTarget, TTargetMarshaller>(forward(source)))));
    }

    /// <summary>
    /// As <see cref="Run"/>, where one item stands for several: draws the one, makes the several of it, stores them, and makes it anew of what is read back.
    /// One that becomes none of the several is drawn anew, as a migration copies no such.
    /// </summary>
    /// <typeparam name="TOne">The entity of which one item stands for several.</typeparam>
    /// <typeparam name="TOneMarshaller">Its marshaller.</typeparam>
    /// <typeparam name="TMany">The entity of which several do.</typeparam>
    /// <typeparam name="TManyMarshaller">Its marshaller.</typeparam>
    /// <param name="split">The migration's <c>Forward</c> of one to many, or <c>Backward</c> of many to one.</param>
    /// <param name="merge">The other function.</param>
    /// <param name="options">How much is tried; null for the defaults.</param>
    /// <param name="draw">Draws the one, where not every value of its types is one. Default: values of all kinds for all properties.</param>
    /// <exception cref="RoundTripException">An entity is another one once it is made of the several.</exception>
    /// <exception cref="InvalidOperationException">No entity can be drawn, or hardly one can be stored.</exception>
    public static void RunGroups<TOne, TOneMarshaller, TMany, TManyMarshaller>(
        Func<TOne, IEnumerable<TMany>> split, Func<IReadOnlyList<TMany>, TOne> merge, RoundTripOptions? options = null, Func<Random, TOne>? draw = null)
        where TOne : class
        where TOneMarshaller : struct, IItemMarshaller<TOne>
        where TMany : class
        where TManyMarshaller : struct, IItemMarshaller<TMany>
    {
        ArgumentNullException.ThrowIfNull(split);
        ArgumentNullException.ThrowIfNull(merge);
        new RoundTrip<TOne>(options ?? new RoundTripOptions(), draw ?? EntitySampler.Draw<TOne>).Run(
            AttributeMap.From<TOne, TOneMarshaller>,
            Read,
            one => merge([.. split(one).Select(part => AttributeMap.Read<TMany, TManyMarshaller>(AttributeMap.From<TMany, TManyMarshaller>(part)))]));

        TOne Read(IReadOnlyDictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> item)
        {
            var one = AttributeMap.Read<TOne, TOneMarshaller>(item);
            return split(one).Any() ? one : throw new GroupMismatchException(typeof(TOne).Name, "An item becomes none of the others.");
        }
    }
}
