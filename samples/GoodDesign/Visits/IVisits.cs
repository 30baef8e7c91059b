using DynamoGen;

namespace GoodDesign.Visits;

[Repository<Visit>]
public partial interface IVisits
{
    IAsyncEnumerable<Visit> OfPage(string page, DateOnly day);

    ValueTask Put(Visit visit, CancellationToken cancellationToken = default);
}
