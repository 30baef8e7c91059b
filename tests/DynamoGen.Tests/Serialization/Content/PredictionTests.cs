using DynamoGen.Serialization;

namespace DynamoGen.Tests.Serialization.Content;

/// <summary>What the reader learns of the order of attributes.</summary>
public sealed class PredictionTests
{
    [Fact]
    public void What_followed_once_is_predicted()
    {
        var reader = new WireReader("{}"u8);
        reader.Learn(3, 7);
        Assert.Equal(7, reader.Predict(3));
        Assert.Equal(0, reader.Predict(4));
    }

    [Fact]
    public void Where_something_else_follows_each_time_nothing_is_predicted()
    {
        var reader = new WireReader("{}"u8);
        reader.Learn(0, 1);
        foreach (var attribute in new[] { 2, 3, 1, 2, 3 })
        {
            reader.Learn(0, attribute);
            Assert.Equal(0, reader.Predict(0));
        }
    }

    [Fact]
    public void What_followed_twice_in_turn_is_predicted_again()
    {
        var reader = new WireReader("{}"u8);
        reader.Learn(0, 1);
        reader.Learn(0, 2);
        Assert.Equal(0, reader.Predict(0));
        reader.Learn(0, 2);
        Assert.Equal(2, reader.Predict(0));
    }

    [Fact]
    public void A_place_beyond_the_last_learns_nothing()
    {
        var reader = new WireReader("{}"u8);
        reader.Learn(WireReader.AttributeOrderLength, 1);
        Assert.Equal(0, reader.Predict(WireReader.AttributeOrderLength));
    }
}
