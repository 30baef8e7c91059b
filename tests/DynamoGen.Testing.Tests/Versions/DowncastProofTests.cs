namespace DynamoGen.Testing.Tests.Versions;

public sealed class DowncastProofTests
{
    private static readonly RoundTripOptions Seeded = new() { Seed = 7 };

    [Fact]
    public void A_parcel_can_be_rolled_back() => DowncastProof.Run<Parcel, Parcel.Marshaller, Parcel.Marshaller.Current>();

    [Fact]
    public void Whole_items_are_proved_too() => DowncastProof.Run<Tag, Tag.Marshaller, Tag.Marshaller.Current>();

    [Fact]
    public void A_downcaster_that_rounds_is_found()
    {
        var failure = Assert.Throws<RoundTripException>(() => DowncastProof.Run<RoundedLetter, RoundedLetter.Marshaller, RoundedLetter.Marshaller.Current>(Seeded));

        Assert.Equal(["Weight"], failure.Attributes);
        Assert.Equal(7, failure.Seed);
        Assert.Contains($"seed 7, case {failure.Case}", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("was", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_that_is_lost_is_found()
    {
        var failure = Assert.Throws<RoundTripException>(() => DowncastProof.Run<ForgetfulCard, ForgetfulCard.Marshaller, ForgetfulCard.Marshaller.Current>(Seeded));

        Assert.Equal(["Degree"], failure.Attributes);
    }

    [Fact]
    public void Values_that_change_their_places_are_found()
    {
        var failure = Assert.Throws<RoundTripException>(() => DowncastProof.Run<Swapped, Swapped.Marshaller, Swapped.Marshaller.Current>(Seeded));

        Assert.Equal(["Left", "Right"], failure.Attributes);
    }

    [Fact]
    public void A_way_back_that_throws_is_found()
    {
        var failure = Assert.Throws<RoundTripException>(() => DowncastProof.Run<FailingStamp, FailingStamp.Marshaller, FailingStamp.Marshaller.Current>(Seeded));

        Assert.Empty(failure.Attributes);
        Assert.IsType<ItemFormatException>(failure.InnerException);
    }

    [Fact]
    public void The_same_seed_fails_at_the_same_case_and_values_are_shown_on_demand()
    {
        var first = Assert.Throws<RoundTripException>(() => DowncastProof.Run<RoundedLetter, RoundedLetter.Marshaller, RoundedLetter.Marshaller.Current>(Seeded));
        var again = Assert.Throws<RoundTripException>(() =>
            DowncastProof.Run<RoundedLetter, RoundedLetter.Marshaller, RoundedLetter.Marshaller.Current>(Seeded with { ShowsValues = true }));

        Assert.Equal(first.Case, again.Case);
        Assert.Contains("Weight (was M{", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_can_be_drawn_by_a_function()
    {
        var drawn = 0;
        DowncastProof.Run<RoundedLetter, RoundedLetter.Marshaller, RoundedLetter.Marshaller.Current>(new RoundTripOptions { Cases = 20 }, random =>
        {
            drawn++;
            return new RoundedLetter(random.Next(), "s") { Weight = new Weight(random.Next(1, 9)) };
        });

        Assert.Equal(20, drawn);
    }

    [Fact]
    public void A_proof_of_nothing_is_none() => Assert.Throws<InvalidOperationException>(() =>
        DowncastProof.Run<RoundedLetter, RoundedLetter.Marshaller, RoundedLetter.Marshaller.Current>(
            Seeded, _ => new RoundedLetter(1, "\ud800") { Weight = default }));

    [Fact]
    public void A_migration_and_its_way_back_are_proved_and_refuted()
    {
        MigrationProof.Run<Order, Order.Marshaller, Credit, Credit.Marshaller>(
            order => new Credit($"{order.CustomerId}/{order.OrderId}", order.Total), Back, Seeded, Draw);

        var failure = Assert.Throws<RoundTripException>(() => MigrationProof.Run<Order, Order.Marshaller, Credit, Credit.Marshaller>(
            order => new Credit($"{order.CustomerId}/{order.OrderId}", decimal.Truncate(order.Total)), Back, Seeded, Draw));
        Assert.Equal(["Total"], failure.Attributes);

        static Order Back(Credit credit) => credit.CustomerId.Split('/') is [var customer, var order]
            ? new Order(customer, int.Parse(order, System.Globalization.CultureInfo.InvariantCulture), credit.Amount)
            : throw new FormatException();

        static Order Draw(Random random) => new("c" + random.Next(9), random.Next(0, 99), random.Next(1000) / 8m);
    }

    [Fact]
    public void A_migration_of_one_to_many_is_proved_and_refuted()
    {
        MigrationProof.RunGroups<Order, Order.Marshaller, Credit, Credit.Marshaller>(Split, Merge, Seeded, Draw);

        var failure = Assert.Throws<RoundTripException>(() => MigrationProof.RunGroups<Order, Order.Marshaller, Credit, Credit.Marshaller>(
            Split, static credits => Merge([credits[0]]), Seeded, Draw));
        Assert.Equal(["Total"], failure.Attributes);
        Assert.Throws<InvalidOperationException>(() => MigrationProof.RunGroups<Order, Order.Marshaller, Credit, Credit.Marshaller>(
            static _ => [], Merge, Seeded, Draw));

        static IEnumerable<Credit> Split(Order order) =>
        [
            new Credit($"{order.CustomerId}/{order.OrderId}", order.Total - 1),
            new Credit($"{order.CustomerId}/{order.OrderId}", 1),
        ];

        static Order Merge(IReadOnlyList<Credit> credits) => credits[0].CustomerId.Split('/') is [var customer, var order]
            ? new Order(customer, int.Parse(order, System.Globalization.CultureInfo.InvariantCulture), credits.Sum(credit => credit.Amount))
            : throw new FormatException();

        static Order Draw(Random random) => new("c" + random.Next(9), random.Next(0, 99), random.Next(1000) / 8m);
    }
}
