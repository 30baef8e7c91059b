using DynamoGen;

namespace BadDesign.Visits;

[Repository<Visit>]
public partial interface IVisits
{
    IAsyncEnumerable<Visit> OfDay(DateOnly day);

    ValueTask Put(Visit visit, CancellationToken cancellationToken = default);
}
